using static BotHost.Bot.Texts;

namespace BotHost.Bot;

/// <summary>What routing, reading and help say, with what has to be put into it.</summary>
internal static class BotTexts
{
    /// <summary>Most characters of a person's own words that are said back to them.</summary>
    private const int EchoLength = 60;

    public static string CardWithoutWords => Plain("CardWithoutWords");

    public static MarkdownText Cancelled => Say("Cancelled");

    public static MarkdownText NothingToCancel => Say("NothingToCancel");

    public static MarkdownText FillInTheCard => Say("FillInTheCard");

    public static MarkdownText QuestionClosed => Say("QuestionClosed");

    public static MarkdownText ChangedMeanwhile => Say("ChangedMeanwhile");

    public static MarkdownText CardNotHandled => Say("CardNotHandled");

    public static string Yes => Plain("Yes");

    public static string No => Plain("No");

    public static string Send => Plain("Send");

    public static string WithFile(bool isMany) => isMany ? Plain("WithFiles") : Plain("WithFile");

    public static string YourChoice => Plain("YourChoice");

    public static string OneOf(IEnumerable<string> choices) => Plain("OneOf", string.Join(", ", choices));

    public static MarkdownText AnswerUnreadable(string said, string what) => Say("AnswerUnreadable", Echo(said), what);

    /// <summary>What is told where a handler leaves it at that; null where the person is busy with something newer.</summary>
    public static MarkdownText? NotAnswered(NotAnswered reason) => reason switch
    {
        Bot.NotAnswered.TimedOut => Say("NotAnsweredTimedOut"),
        Bot.NotAnswered.Cancelled => Say("NotAnsweredCancelled"),
        Bot.NotAnswered.Unreadable => Say("NotAnsweredUnreadable"),
        Bot.NotAnswered.Refused => Say("NotAnsweredRefused"),
        Bot.NotAnswered.NotAPerson => Say("NeedsAPerson"),
        _ => null,
    };

    /// <summary>What an agent is told of a command that asks back.</summary>
    public static MarkdownText ConfirmedByPeople => Say("ConfirmedByPeople");

    public static string PleaseFillIn(string label) => Plain("PleaseFillIn", label);

    public static string PleaseTick(string label) => Plain("PleaseTick", label);

    public static MarkdownText FieldWrong(string label, string problem) => Markdown.Format($"**{label}**: {problem}");

    public static MarkdownText SayHelp(bool hasHelp) => hasHelp ? Say("SayHelp") : Say("SayWhat");

    public static MarkdownText Unknown(string words, bool hasHelp) => Say("Unknown", Echo(words), SayHelp(hasHelp));

    public static MarkdownText DidYouMean(string words, string usage) => Say("DidYouMean", Echo(words), Markdown.Code(usage));

    public static MarkdownText Choose(string words, IEnumerable<string> usages) =>
        Markdown.Format($"{Say("Choose", Echo(words))}\n\n{List(usages)}");

    public static MarkdownText DidYouMeanOneOf(string words, IEnumerable<string> usages) =>
        Markdown.Format($"{Say("DidYouMeanOneOf", Echo(words))}\n\n{List(usages)}");

    public static MarkdownText WithUsage(MarkdownText refusal, string usage) => Say("WithUsage", refusal, Markdown.Code(usage));

    public static MarkdownText Missing(string label) => Say("Missing", Capitalised(label));

    public static MarkdownText Unreadable(string label, string word, string what, string? hint)
    {
        var refusal = Say("Unreadable", Echo(word), label, what);
        return hint is null ? refusal : Markdown.Format($"{refusal} {hint}");
    }

    public static MarkdownText TooMany(string word) => Say("TooMany", Echo(word));

    public static MarkdownText OptionNeedsValue(string option) => Say("OptionNeedsValue", option);

    public static MarkdownText Unclosed(string word) => Say("Unclosed", Echo(word));

    public static MarkdownText FileMissing(string label) => Say("FileMissing", Capitalised(label));

    public static MarkdownText TooManyFiles(int count) => Say("TooManyFiles", count);

    public static MarkdownText UnknownOption(string word) => Say("UnknownOption", Echo(word));

    public static MarkdownText Twice(string option) => Say("Twice", option);

    public static MarkdownText FieldMissing(string label) => Say("FieldMissing", label);

    public static MarkdownText FieldUnreadable(string label, string text, string what) => Say("FieldUnreadable", label, Echo(text), what);

    /// <summary>Null where the route may be used here.</summary>
    public static Reply? WrongPlace(Audience audience, BotContext context) => audience switch
    {
        Audience.Direct when !context.HasRoom || !context.Room.IsDirect => Reply.Text(Plain("OnlyDirect")),
        Audience.Group when !context.HasRoom || context.Room.IsDirect => Reply.Text(Plain("OnlyGroup")),
        _ => null,
    };

    public static MarkdownText WebexRefused(string reason) => Say("WebexRefused", reason);

    public static string HelpTitle => Plain("HelpTitle");

    public static string HelpOthers => Plain("HelpOthers");

    public static MarkdownText NoHelpAbout(string topic) => Say("NoHelpAbout", Echo(topic));

    public static MarkdownText MoreHelp(int left) => Say("MoreHelp", left);

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
