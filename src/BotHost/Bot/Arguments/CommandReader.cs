namespace BotHost.Bot;

/// <summary>
/// Reads a command's arguments: options and flags first, then the clause at the end, then what remains from left to right.
/// </summary>
internal sealed class CommandReader(CommandSyntax syntax, ReadingClock clock)
{
    public Reading Read(Incoming message, IEnumerable<Token> afterPath)
    {
        var words = afterPath.ToList();
        var values = new object?[syntax.Size];
        foreach (var parameter in syntax.All)
        {
            values[parameter.Position] = parameter.Default;
        }

        var refusal = FindUnclosed(words)
            ?? OptionReader.Take(syntax, words, values, clock)
            ?? TakeClause(words, values)
            ?? TakeWords(words, values)
            ?? TakeLast(message.Text, words, values);
        return refusal is { } text ? Reading.Refused(BotTexts.WithUsage(text, syntax.Usage)) : Reading.Of(values);
    }

    /// <summary>Only where each word counts: in the closing text a mark is a character like others.</summary>
    private MarkdownText? FindUnclosed(List<Token> words)
    {
        foreach (var word in words.Take(syntax.EndsInText ? syntax.Words.Count : words.Count))
        {
            if (Quotes.IsUnclosed(word))
            {
                return BotTexts.Unclosed(word.Value[1..]);
            }
        }

        return null;
    }

    private MarkdownText? TakeClause(List<Token> words, object?[] values)
    {
        if (syntax.Clause is not { } clause)
        {
            return null;
        }

        var length = ClauseLength(words, clause);
        var begin = words.Count - length - 1;
        var isThere = begin >= 0 && words[begin].Is(clause.Keyword) && !IsPartOfText(words, clause);
        var wouldStarve = syntax.Last is { Kind: ParameterKind.Rest, IsOptional: false } && begin <= syntax.Words.Count;
        if (!isThere || wouldStarve)
        {
            return clause.IsOptional ? null : BotTexts.Missing(clause.Label);
        }

        MarkdownText? refusal = null;
        if (length > 1)
        {
            values[clause.Position] = Joined(clause.Scalar!, words, begin + 1, length);
        }
        else
        {
            refusal = Set(clause, words[^1], values);
        }

        words.RemoveRange(begin, length + 1);
        return refusal;
    }

    /// <summary>How many words at the end are the clause's value: the most behind its keyword that can be read as one (<c>for 2 hours</c>), else one.</summary>
    private int ClauseLength(List<Token> words, Parameter clause)
    {
        for (var count = Math.Min(clause.Scalar!.MostWords, words.Count - 1); count > 1; count--)
        {
            if (words[^(count + 1)].Is(clause.Keyword) && Longest(clause.Scalar, words, words.Count - count) == count)
            {
                return count;
            }
        }

        return 1;
    }

    /// <summary>People write "we meet in Berlin": where text comes before a clause that is text too, one of them has quotes.</summary>
    private bool IsPartOfText(List<Token> words, Parameter clause) =>
        syntax.Last is { Kind: ParameterKind.Rest } && clause.Scalar!.Type == typeof(string)
        && !words[^1].IsQuoted && !(words.Count > 2 && words[^3].IsQuoted);

    private MarkdownText? TakeWords(List<Token> words, object?[] values)
    {
        foreach (var parameter in syntax.Words)
        {
            if (words.Count == 0)
            {
                if (!parameter.IsOptional)
                {
                    return BotTexts.Missing(parameter.Label);
                }

                continue;
            }

            var taken = Longest(parameter.Scalar!, words, 0);
            if (taken > 1)
            {
                values[parameter.Position] = Joined(parameter.Scalar!, words, 0, taken);
            }
            else if (Set(parameter, words[0], values) is { } refusal)
            {
                return Begun(words) is { } phrase && parameter.Scalar!.MostWords > 1 ? parameter.Scalar.Refuse(parameter.Label, phrase, clock) : refusal;
            }

            words.RemoveRange(0, taken);
        }

        return null;
    }

    /// <summary>What somebody means who begins with "in", "on" or "at": that word alone would not tell them what did not fit.</summary>
    private static string? Begun(List<Token> words)
    {
        var length = words[0].Is("in") ? 3 : words[0].Is("on") || words[0].Is("at") ? 2 : 1;
        return length > 1 ? string.Join(' ', words.Take(length).Select(word => word.Value)) : null;
    }

    private MarkdownText? TakeLast(string text, List<Token> words, object?[] values) => syntax.Last switch
    {
        null => words.Count > 0 ? BotTexts.TooMany(words[0].Value) : null,
        { IsOptional: true } when words.Count == 0 => null,
        { Kind: ParameterKind.Many } many => TakeMany(many, words, values),
        var rest => TakeRest(rest, text, words, values),
    };

    private MarkdownText? TakeMany(Parameter many, List<Token> words, object?[] values)
    {
        if (words.Count == 0)
        {
            return BotTexts.Missing(many.Label);
        }

        var read = new List<object>();
        for (var i = 0; i < words.Count;)
        {
            var taken = Longest(many.Scalar!, words, i);
            if (taken == 1 && !many.Scalar!.TryRead(words[i], clock, out _))
            {
                return many.Scalar.Refuse(many.Label, words[i].Value, clock);
            }

            read.Add(Joined(many.Scalar!, words, i, taken)!);
            i += taken;
        }

        var array = Array.CreateInstance(many.Scalar!.Type, read.Count);
        ((System.Collections.ICollection)read).CopyTo(array, 0);
        values[many.Position] = array;
        return null;
    }

    /// <summary>How many words the value has that begins here: the most that can be read as one, and one where none can.</summary>
    private int Longest(Scalar scalar, List<Token> words, int at)
    {
        for (var count = Math.Min(scalar.MostWords, words.Count - at); count > 1; count--)
        {
            if (words.Slice(at, count).TrueForAll(word => word.IsPlain) && Joined(scalar, words, at, count) is not null)
            {
                return count;
            }
        }

        return 1;
    }

    private object? Joined(Scalar scalar, List<Token> words, int at, int count) => count == 1
        ? scalar.TryRead(words[at], clock, out var value) ? value : null
        : scalar.TryReadText(string.Join(' ', words.Slice(at, count).Select(word => Words.Key(word.Value))), clock, out value) ? value : null;

    private static MarkdownText? TakeRest(Parameter rest, string text, List<Token> words, object?[] values)
    {
        var value = words.Count == 0 ? "" : text[words[0].Start..words[^1].End];
        if (value.Length > 0 && Quotes.TryRead(value, 0, out var end, out var unquoted) && end == value.Length)
        {
            value = unquoted;
        }

        values[rest.Position] = value;
        return string.IsNullOrWhiteSpace(value) && !rest.IsOptional ? BotTexts.Missing(rest.Label) : null;
    }

    private MarkdownText? Set(Parameter parameter, in Token word, object?[] values)
    {
        if (!parameter.Scalar!.TryRead(word, clock, out var value))
        {
            return parameter.Scalar.Refuse(parameter.Label, word.Value, clock);
        }

        values[parameter.Position] = value;
        return null;
    }
}
