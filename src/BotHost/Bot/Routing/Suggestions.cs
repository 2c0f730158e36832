namespace BotHost.Bot;

/// <summary>The answer to words that no command fits.</summary>
internal sealed class Suggestions(RouteCatalogue catalogue)
{
    /// <summary>No command is longer; what is longer is not compared.</summary>
    private const int Longest = 60;

    private const int MostShown = 8;

    private readonly List<(string[] Words, CommandInfo Command)> _paths =
    [
        .. catalogue.Commands.SelectMany(command => command.Aliases.Prepend(command.Path).Select(path => (Split(path), command))),
    ];

    public MarkdownText For(List<Token> tokens)
    {
        var hasHelp = catalogue.Commands.Any(command => command.Path == "help");
        var words = tokens.TakeWhile(token => token.IsPlain).Select(token => Words.Key(token.Value).ToLowerInvariant()).ToArray();
        if (tokens.Count == 0)
        {
            return BotTexts.SayHelp(hasHelp);
        }

        var said = string.Join(' ', tokens.Select(token => token.Value));
        var siblings = _paths.Where(path => words.Length > 0 && path.Words[0] == words[0]);
        var group = siblings.Select(path => path.Command.Usage).Distinct().Take(MostShown).ToList();
        return words.Length == 1 && group.Count > 0 ? BotTexts.Choose(said, group)
            : Nearest(words) is { } nearest ? BotTexts.DidYouMean(said, nearest.Usage)
            : group.Count > 0 ? BotTexts.Choose(said, group)
            : BotTexts.Unknown(said, hasHelp);
    }

    /// <summary>The command whose words are fewest typing errors away: at most one in three letters.</summary>
    private CommandInfo? Nearest(string[] words)
    {
        (CommandInfo? Command, int Distance) best = (null, int.MaxValue);
        foreach (var (path, command) in _paths)
        {
            var wanted = string.Join(' ', path);
            var typed = string.Join(' ', words.Take(path.Length));
            var allowed = wanted.Length < 2 ? 0 : Math.Max(1, wanted.Length / 3);
            if (typed.Length > Longest || Math.Abs(typed.Length - wanted.Length) > allowed)
            {
                continue;
            }

            var distance = EditDistance.Between(typed, wanted);
            if (distance <= allowed && distance < best.Distance)
            {
                best = (command, distance);
            }
        }

        return best.Command;
    }

    private static string[] Split(string path) => [.. Tokeniser.Read(path, []).Select(token => Words.Key(token.Value).ToLowerInvariant())];
}
