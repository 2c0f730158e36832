namespace BotHost.Bot;

/// <summary>Everything the bot says by itself, in one place.</summary>
internal static class BotTexts
{
    /// <summary>Most characters of a person's own words that are said back to them.</summary>
    private const int EchoLength = 60;

    public static string CardWithoutWords => "This message is a card, which your client does not show.";

    public static MarkdownText Cancelled => Markdown.Format($"All right, nothing was done.");

    public static MarkdownText FillInTheCard => Markdown.Format($"Please fill in the card, or say **cancel**.");

    public static MarkdownText QuestionClosed => Markdown.Format($"I do not wait for that answer any more.");

    public static MarkdownText ChangedMeanwhile => Markdown.Format($"I was changed while I waited for your answer and cannot go on where we were. Please start again.");

    public static MarkdownText CardNotHandled => Markdown.Format($"I no longer know what to do with this card. Ask for a new one.");

    public static MarkdownText AnswerUnreadable(string said, string what) =>
        Markdown.Format($"“{Echo(said)}” is not {what}. Try again, or say **cancel**.");

    /// <summary>What is told where a handler leaves it at that; null where the person is busy with something newer.</summary>
    public static MarkdownText? NotAnswered(NotAnswered reason) => reason switch
    {
        Bot.NotAnswered.TimedOut => Markdown.Format($"I have had no answer, so I stopped there. Ask me again when you like."),
        Bot.NotAnswered.Cancelled => Markdown.Format($"All right, I stopped there."),
        Bot.NotAnswered.Unreadable => Markdown.Format($"I could not read that either, so I stopped there. Ask me again when you like."),
        _ => null,
    };

    public static string PleaseFillIn(string label) => $"Please fill in {label}";

    public static string PleaseTick(string label) => $"Please tick {label}";

    public static MarkdownText FieldWrong(string label, string problem) => Markdown.Format($"**{label}**: {problem}");

    public static MarkdownText SayHelp(bool hasHelp) =>
        hasHelp ? Markdown.Format($"Say **help** to see what I can do.") : Markdown.Format($"Tell me what to do.");

    public static MarkdownText Unknown(string words, bool hasHelp) => Markdown.Format($"I do not know “{Echo(words)}”. {SayHelp(hasHelp)}");

    public static MarkdownText DidYouMean(string words, string usage) =>
        Markdown.Format($"I do not know “{Echo(words)}”. Did you mean {Markdown.Code(usage)}?");

    public static MarkdownText Choose(string words, IEnumerable<string> usages) =>
        Markdown.Format($"“{Echo(words)}” goes on in one of these ways:\n\n{List(usages)}");

    public static MarkdownText WithUsage(MarkdownText refusal, string usage) => Markdown.Format($"{refusal} Usage: {Markdown.Code(usage)}");

    public static MarkdownText Missing(string label) => Markdown.Format($"**{Capitalised(label)}** is missing.");

    public static MarkdownText Unreadable(string label, string word, string what, string? hint) => hint is null
        ? Markdown.Format($"“{Echo(word)}” does not fit **{label}**, which is {what}.")
        : Markdown.Format($"“{Echo(word)}” does not fit **{label}**, which is {what}. {hint}");

    public static MarkdownText TooMany(string word) => Markdown.Format($"“{Echo(word)}” is more than I expected.");

    public static MarkdownText FileMissing(string label) => Markdown.Format($"**{Capitalised(label)}** is missing. Attach a file to the message.");

    public static MarkdownText TooManyFiles(int count) => Markdown.Format($"I expected one file, and there are {count.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");

    public static MarkdownText UnknownOption(string word) =>
        Markdown.Format($"I do not know the option “{Echo(word)}”. In quotes it would be a word.");

    public static MarkdownText Twice(string option) => Markdown.Format($"“{option}” is there twice.");

    public static MarkdownText FieldMissing(string label) => Markdown.Format($"**{label}** is empty. Please fill it in.");

    public static MarkdownText FieldUnreadable(string label, string text, string what) =>
        Markdown.Format($"**{label}**: “{Echo(text)}” is not {what}.");

    /// <summary>Null where the route may be used here.</summary>
    public static Reply? WrongPlace(Audience audience, BotContext context) => audience switch
    {
        Audience.Direct when !context.HasRoom || !context.Room.IsDirect => Reply.Text("That works only between the two of us. Write to me directly."),
        Audience.Group when !context.HasRoom || context.Room.IsDirect => Reply.Text("That works only in a space. Mention me there."),
        _ => null,
    };

    public static MarkdownText WebexRefused(string reason) => Markdown.Format($"Webex refused: {reason}");

    public static string HelpTitle => "What I can do";

    public static string HelpOthers => "General";

    public static MarkdownText NoHelpAbout(string topic) =>
        Markdown.Format($"There is nothing about “{Echo(topic)}”. Say **help** for everything.");

    public static MarkdownText MoreHelp(int left) => Markdown.Format($"… and {left} more. Say **help** and a word to see those about it.");

    private static MarkdownText List(IEnumerable<string> usages) =>
        MarkdownText.Join("\n", usages.Select(usage => Markdown.Format($"- {Markdown.Code(usage)}")));

    private static string Capitalised(string label) => label.StartsWith('-') ? label : Words.Capitalised(label);

    private static string Echo(string words)
    {
        var line = words.Trim();
        if (line.Length <= EchoLength)
        {
            return line;
        }

        var cut = char.IsHighSurrogate(line[EchoLength - 1]) ? EchoLength - 1 : EchoLength;
        return line[..cut] + "…";
    }
}
