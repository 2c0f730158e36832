namespace BotHost.Bot;

/// <summary>Draws help.</summary>
internal static class HelpPage
{
    /// <summary>
    /// Characters of commands on a card. How large a card Webex takes is not published; a message with it is well under 22 KB, encoding
    /// included.
    /// </summary>
    private const int CardLength = 6000;

    public static Reply Of(IReadOnlyList<CommandInfo> commands, string? about)
    {
        var topic = about?.Trim() ?? "";
        var chosen = commands.Where(command => topic.Length == 0 || IsAbout(command, topic)).ToList();
        return chosen.Count == 0 && topic.Length > 0 ? BotTexts.NoHelpAbout(topic) : Text(chosen).With(CardOf(chosen));
    }

    private static bool IsAbout(CommandInfo command, string topic) =>
        command.Aliases.Prepend(command.Path).Any(path =>
            path.Split(' ').Any(word => Words.Equal(word, topic))
            || Words.Key(path).StartsWith(Words.Key(topic), StringComparison.OrdinalIgnoreCase));

    private static Reply Text(List<CommandInfo> commands)
    {
        var groups = Groups(commands).Select(group => Markdown.Format($"**{group.Title}**\n{MarkdownText.Join("\n", group.Commands.Select(Line))}"));
        return MarkdownText.Join("\n\n", groups);
    }

    private static MarkdownText Line(CommandInfo command) =>
        command.Told is { } description
            ? Markdown.Format($"- {Markdown.Code(command.Usage)}: {description}")
            : Markdown.Format($"- {Markdown.Code(command.Usage)}");

    private static Card CardOf(List<CommandInfo> commands)
    {
        var card = new Card(BotTexts.HelpTitle);
        int shown = 0, length = 0;
        foreach (var (title, group) in Groups(commands))
        {
            var fitting = group.TakeWhile(command => (length += command.Usage.Length + (command.Told?.Length ?? 0)) <= CardLength).ToList();
            if (fitting.Count > 0)
            {
                card.Text($"**{Markdown.Escape(title)}**").Facts(fitting.Select(command => (command.Usage, command.Told ?? "")));
                shown += fitting.Count;
            }
        }

        if (shown < commands.Count)
        {
            card.Text(BotTexts.MoreHelp(commands.Count - shown).ToString());
        }

        foreach (var command in commands.Where(command => command.NeedsNothing && command.Path != "help").Take(Card.MaxButtons))
        {
            card.Command(command.Path, command.Path);
        }

        return card;
    }

    /// <summary>Commands that share their first word; the single ones come first, together.</summary>
    private static IEnumerable<(string Title, List<CommandInfo> Commands)> Groups(List<CommandInfo> commands)
    {
        var groups = commands.ToLookup(command => command.Path.Split(' ')[0], StringComparer.OrdinalIgnoreCase);
        var single = groups.Where(group => group.Count() == 1).SelectMany(group => group).ToList();
        if (single.Count > 0)
        {
            yield return (BotTexts.HelpOthers, single);
        }

        foreach (var group in groups.Where(group => group.Count() > 1))
        {
            yield return (group.Key, [.. group]);
        }
    }
}
