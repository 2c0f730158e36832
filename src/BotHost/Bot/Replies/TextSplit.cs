using System.Text;

namespace BotHost.Bot;

/// <summary>Cuts text that is too long for one Webex message.</summary>
internal static class TextSplit
{
    /// <summary>UTF-8 bytes that <c>text</c> and <c>markdown</c> of one message may have (API reference, POST /messages).</summary>
    public const int Limit = 7439;

    private const int FenceRoom = 100;

    /// <summary>Pieces that joined give the text again: cut after a line, else after a blank, else between two code points.</summary>
    public static IEnumerable<string> Split(string text, int limit = Limit)
    {
        var rest = text.AsMemory();
        while (Encoding.UTF8.GetByteCount(rest.Span) > limit)
        {
            var length = Cut(rest.Span, limit);
            yield return rest[..length].ToString();
            rest = rest[length..];
        }

        if (!rest.IsEmpty)
        {
            yield return rest.ToString();
        }
    }

    /// <summary>
    /// As <see cref="Split"/>, of Markdown: cut between paragraphs where there is one in the second half of what fits, and inside a code
    /// block the block is ended and begun again, so that each piece reads as it would in one message.
    /// </summary>
    public static IEnumerable<string> SplitMarkdown(string text, int limit = Limit)
    {
        if (Encoding.UTF8.GetByteCount(text) <= limit)
        {
            yield return text;
            yield break;
        }

        var (rest, fence) = (text, default(string));
        while (Encoding.UTF8.GetByteCount(rest) > limit)
        {
            // Room to end the block here; that to begin it again is part of what is left.
            var length = CutMarkdown(rest, limit - FenceRoom);
            var piece = rest[..length];
            fence = OpenFence(piece);
            var next = fence is null ? rest[length..] : $"{fence}\n{rest[length..]}";
            if (next.Length >= rest.Length)
            {
                // Nothing but the opening line fits with a whole line behind it.
                length = Fitting(rest, limit - FenceRoom);
                (piece, next) = (rest[..length], $"{fence}\n{rest[length..]}");
            }

            yield return fence is null ? piece : $"{piece.TrimEnd('\n')}\n{Marks(fence)}";
            rest = next;
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private static int CutMarkdown(string text, int limit)
    {
        var head = text.AsSpan(0, Fitting(text, limit));
        var paragraph = head.LastIndexOf("\n\n");
        return paragraph > head.Length / 2 ? paragraph + 2 : Cut(text, limit);
    }

    /// <summary>The line that began the code block a text ends in, or null.</summary>
    private static string? OpenFence(string text)
    {
        string? open = null;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (open is null && (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal)))
            {
                open = line.Length <= FenceRoom / 2 ? line : Marks(line);
            }
            else if (open is not null && line.Length > 0 && line.All(c => c == open[0]) && line.Length >= Marks(open).Length)
            {
                open = null;
            }
        }

        return open;
    }

    private static string Marks(string fence) => fence[..^fence.TrimStart(fence[0]).Length];

    private static int Cut(ReadOnlySpan<char> text, int limit)
    {
        var fits = Fitting(text, limit);
        var head = text[..fits];
        if (head.LastIndexOf('\n') is var line and >= 0)
        {
            return line + 1;
        }

        return head.LastIndexOfAny(' ', '\t', '\u00A0') is var blank and >= 0 ? blank + 1 : fits;
    }

    private static int Fitting(ReadOnlySpan<char> text, int limit)
    {
        int length = 0, bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is read as U+FFFD: three bytes, one unit.
            if (bytes + rune.Utf8SequenceLength > limit)
            {
                break;
            }

            bytes += rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }
}
