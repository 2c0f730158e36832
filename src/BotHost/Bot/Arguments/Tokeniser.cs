namespace BotHost.Bot;

/// <summary>Cuts a text into words.</summary>
internal static class Tokeniser
{
    public static List<Token> Read(string text, IReadOnlyList<MentionSpan> mentions)
    {
        var tokens = new List<Token>();
        var spans = Usable(text, mentions);
        var next = 0;
        for (var at = SkipBlanks(text, 0); at < text.Length; at = SkipBlanks(text, at))
        {
            while (next < spans.Count && spans[next].End <= at)
            {
                next++;
            }

            if (next < spans.Count && spans[next].Start <= at)
            {
                tokens.Add(new Token(at, spans[next].End, spans[next].Name, Mention: new Mention(spans[next].Id, spans[next].Name)));
                at = SkipPunctuation(text, spans[next].End);
            }
            else if (Quotes.TryRead(text, at, out var end, out var quoted))
            {
                tokens.Add(new Token(at, end, quoted, IsQuoted: true));
                at = end;
            }
            else
            {
                var limit = next < spans.Count ? spans[next].Start : text.Length;
                var start = at;
                while (at < limit && !Words.IsSeparator(text[at]))
                {
                    at++;
                }

                var last = at;
                while (Words.IsInvisible(text[last - 1]))
                {
                    last--;
                }

                tokens.Add(new Token(start, last, text[start..last]));
            }
        }

        return tokens;
    }

    /// <summary>In order, inside the text, none inside another.</summary>
    private static IReadOnlyList<MentionSpan> Usable(string text, IReadOnlyList<MentionSpan> mentions)
    {
        if (mentions.Count == 0)
        {
            return mentions;
        }

        var usable = new List<MentionSpan>(mentions.Count);
        var inside = mentions.Where(span => span is { Start: >= 0, Length: > 0 } && span.Length <= text.Length - span.Start);
        foreach (var span in inside.OrderBy(span => span.Start))
        {
            if (usable.Count == 0 || usable[^1].End <= span.Start)
            {
                usable.Add(span);
            }
        }

        return usable;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && (Words.IsSeparator(text[at]) || Words.IsInvisible(text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>People write commas between mentions.</summary>
    private static int SkipPunctuation(string text, int at)
    {
        while (at < text.Length && text[at] is ',' or ';' or ':')
        {
            at++;
        }

        return at;
    }
}
