namespace BotHost.Bot;

/// <summary>Reads one kind of answer: a value, or what to tell the person.</summary>
internal delegate (T? Value, MarkdownText? Refusal) ReadAnswer<T>(Answer answer, in ReadingClock clock);

/// <summary>Reads what people answer, whether they type or press.</summary>
internal static class AnswerReader
{
    private static readonly string[] Yes = ["yes", "y", "true", "ok", "ja", "j"], No = ["no", "n", "false", "nein"];

    /// <summary>In every language the bot speaks, whatever the person's.</summary>
    private static readonly string[] Cancel = ["cancel", "abbrechen"];

    /// <summary>Whether somebody does not want to answer.</summary>
    public static bool IsCancel(string word) => Cancel.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>A value people can write in one word, or a text.</summary>
    public static (T? Value, MarkdownText? Refusal) Read<T>(Scalar scalar, Answer answer, in ReadingClock clock)
    {
        var said = TextOf(answer).Trim();
        if (scalar.Type == typeof(bool))
        {
            var isYes = Yes.Contains(said, StringComparer.OrdinalIgnoreCase);
            return isYes || No.Contains(said, StringComparer.OrdinalIgnoreCase) ? ((T)(object)isYes, null) : (default, BotTexts.AnswerUnreadable(said, Texts.Plain("YesOrNo")));
        }

        var words = answer.Inputs is null ? Tokeniser.Read(answer.Text ?? "", answer.Mentions ?? []) : [];
        object? value = null;
        var isRead = said.Length > 0 && (words is [var word] && !scalar.IsText ? scalar.TryRead(word, clock, out value) : scalar.TryReadText(said, clock, out value));
        return isRead ? ((T)value!, null) : (default, BotTexts.AnswerUnreadable(said, scalar.What));
    }

    /// <summary>Several values, each of one word.</summary>
    public static (T? Value, MarkdownText? Refusal) ReadMany<T>(Scalar scalar, Answer answer, in ReadingClock clock)
    {
        var read = new List<object>();
        foreach (var word in Tokeniser.Read(TextOf(answer), answer.Mentions ?? []))
        {
            var trimmed = word.IsPlain ? word with { Value = word.Value.TrimEnd(',', ';') } : word;
            if (trimmed.Value.Length == 0)
                continue;
            if (!scalar.TryRead(trimmed, clock, out var value))
                return (default, BotTexts.AnswerUnreadable(word.Value, scalar.What));
            read.Add(value);
        }

        if (read.Count == 0)
            return (default, BotTexts.AnswerUnreadable("", scalar.What));
        var many = Array.CreateInstance(scalar.Type, read.Count);
        ((System.Collections.ICollection)read).CopyTo(many, 0);
        return ((T)(object)many, null);
    }

    /// <summary>One of several texts.</summary>
    public static (string? Value, MarkdownText? Refusal) Read(IReadOnlyList<string> choices, Answer answer)
    {
        var said = TextOf(answer).Trim();
        return choices.FirstOrDefault(choice => choice.Equals(said, StringComparison.OrdinalIgnoreCase)) is { } chosen
            ? (chosen, null) : (null, BotTexts.AnswerUnreadable(said, BotTexts.OneOf(choices)));
    }

    /// <summary>A form.</summary>
    public static (T? Value, MarkdownText? Refusal) Read<T>(RecordShape form, Answer answer, in ReadingClock clock)
    {
        if (answer.Inputs is not { } inputs)
            return (default, BotTexts.FillInTheCard);
        var refusals = new List<FieldRefusal>();
        var value = form.Read(inputs, clock, refusals);
        return refusals.Count == 0 ? ((T)value!, null) : (default, MarkdownText.Join("\n\n", refusals.Select(refusal => refusal.Text)));
    }

    private static string TextOf(Answer answer) =>
        answer.Text ?? (answer.Inputs is { } inputs && inputs.TryGetValue(Card.AnswerInput, out var input) ? input.ToString() : "");
}
