using System.Text;

namespace BotHost.Bot;

/// <summary>Cuts text that is too long for one Webex message.</summary>
internal static class TextSplit
{
    /// <summary>UTF-8 bytes that <c>text</c> and <c>markdown</c> of one message may have (API reference, POST /messages).</summary>
    public const int Limit = 7439;

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
