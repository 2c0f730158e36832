namespace BotHost.Bot;

/// <summary>
/// Takes options and flags out of the words, wherever they stand. Where the command ends in a text, only those before the text
/// and behind it: in the middle of what somebody says they are part of it.
/// </summary>
internal static class OptionReader
{
    public static MarkdownText? Take(CommandSyntax syntax, List<Token> words, object?[] values, in ReadingClock clock)
    {
        if (syntax.Options.Count == 0)
        {
            return null;
        }

        var taken = new HashSet<Parameter>();
        for (var at = Next(syntax, words); at >= 0; at = Next(syntax, words))
        {
            if (TakeAt(syntax, words, at, values, taken, clock) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var word in words.Take(BeforeText(syntax)).Where(LooksLikeOption))
        {
            return BotTexts.UnknownOption(word.Value);
        }

        var missing = syntax.Options.FirstOrDefault(option => option is { Kind: ParameterKind.Option, IsOptional: false } && !taken.Contains(option));
        return missing is null ? null : BotTexts.Missing("--" + missing.Dashed);
    }

    /// <summary>Where the next option stands, or -1.</summary>
    private static int Next(CommandSyntax syntax, List<Token> words)
    {
        var text = BeforeText(syntax);
        for (var at = 0; at < words.Count && at <= text; at++)
        {
            if (Find(syntax, words[at], out _) is not null)
            {
                return at;
            }
        }

        var last = words.Count - 1;
        if (last > text && Find(syntax, words[last], out var given) is { } closing && (closing.Kind == ParameterKind.Flag || given is not null))
        {
            return last;
        }

        return last - 1 > text && Find(syntax, words[last - 1], out given) is { Kind: ParameterKind.Option } && given is null ? last - 1 : -1;
    }

    private static MarkdownText? TakeAt(
        CommandSyntax syntax, List<Token> words, int at, object?[] values, HashSet<Parameter> taken, in ReadingClock clock)
    {
        var option = Find(syntax, words[at], out var given)!;
        var name = words[at].Value;
        words.RemoveAt(at);
        if (option.Kind == ParameterKind.Flag)
        {
            values[option.Position] = true;
            return given is null ? null : BotTexts.UnknownOption(name);
        }

        if (!taken.Add(option))
        {
            return BotTexts.Twice(name);
        }

        var word = new Token(0, 0, given ?? "");
        if (given is null)
        {
            if (at == words.Count)
            {
                return BotTexts.OptionNeedsValue("--" + option.Dashed);
            }

            word = words[at];
            words.RemoveAt(at);
        }

        return option.Scalar!.TryRead(word, clock, out values[option.Position]) ? null : option.Scalar.Refuse(option.Label, word.Value, clock);
    }

    /// <summary>The number of words that come before the closing text.</summary>
    private static int BeforeText(CommandSyntax syntax) => syntax.EndsInText ? syntax.Words.Count : int.MaxValue;

    /// <summary>The option this word names, and the value it carries behind an equals sign.</summary>
    private static Parameter? Find(CommandSyntax syntax, in Token word, out string? given)
    {
        given = null;
        var dashes = Dashes(word);
        if (dashes == 0)
        {
            return null;
        }

        var name = word.Value[dashes..];
        var equals = name.IndexOf('=');
        if (equals > 0)
        {
            (name, given) = (name[..equals], name[(equals + 1)..]);
        }

        return syntax.Options.FirstOrDefault(option => Words.Equal(option.Dashed, name));
    }

    private static bool LooksLikeOption(Token word) =>
        Dashes(word) is > 0 and var dashes && word.Value.Length > dashes && char.IsLetter(word.Value[dashes]);

    /// <summary>Phones and desks turn two hyphens into one dash.</summary>
    private static int Dashes(in Token word) =>
        !word.IsPlain ? 0
        : word.Value.StartsWith("--", StringComparison.Ordinal) ? 2
        : word.Value.StartsWith('—') || word.Value.StartsWith('–') ? 1
        : 0;
}
