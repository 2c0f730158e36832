using System.Text;

namespace BotHost.Bot;

/// <summary>Putting what people wrote into Markdown, so that it stays text.</summary>
public static class Markdown
{
    /// <summary>Markdown from an interpolated string, its holes escaped: <c>Markdown.Format($"- {title}")</c>.</summary>
    public static MarkdownText Format(MarkdownBuilder markdown) => markdown.ToMarkdown();

    /// <summary>
    /// The text with everything taken out of force that Webex reads as Markdown, HTML or a mention, wherever it is put in a line.
    /// It stays in that line: line breaks become blanks, and those at its edges go. Control characters and direction overrides, which would
    /// reach beyond it, are left out.
    /// </summary>
    public static string Escape(string? text)
    {
        var escaped = new StringBuilder((text?.Length ?? 0) + 16);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029)
            {
                escaped.Append(escaped.Length > 0 && escaped[^1] != ' ' ? " " : "");
            }
            else if (!ReachesBeyond(rune) && (escaped.Length > 0 || !Rune.IsWhiteSpace(rune)))
            {
                Append(escaped, rune, isStart: escaped.Length == 0);
            }
        }

        return NumberAtStart(escaped.ToString().Trim());
    }

    /// <summary>A mention as Webex reads it. The name is a person's own choice, so what could end the mention is left out.</summary>
    internal static string MentionOf(Mention mention)
    {
        var name = string.Concat(mention.Name.Where(c => !char.IsControl(c) && c is not ('<' or '>' or '|' or '\u2028' or '\u2029')));
        return name.Length == 0 ? $"<@personId:{mention.Id}>" : $"<@personId:{mention.Id}|{name}>";
    }

    /// <summary>A code span of our own words.</summary>
    internal static MarkdownText Code(string words) => new($"`{words}`");

    private static bool ReachesBeyond(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static void Append(StringBuilder escaped, Rune rune, bool isStart)
    {
        switch (rune.Value)
        {
            // Entities rather than backslashes: should Webex look for mentions before it reads Markdown, there is none.
            case '<': escaped.Append("&lt;"); break;
            case '>': escaped.Append("&gt;"); break;
            case '&': escaped.Append("&amp;"); break;
            case '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|' or '^':
            // Single they are text; two in a row are marks in some dialects.
            case '+' or '=' when escaped.Length > 0 && escaped[^1] == (char)rune.Value:
            case '#' or '-' or '+' or '=' when isStart:
                escaped.Append('\\').Append(rune);
                break;
            default: escaped.Append(rune); break;
        }
    }

    /// <summary><c>1.</c> and <c>1)</c> at the start would begin a numbered list.</summary>
    private static string NumberAtStart(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var isMarker = digits > 0 && digits < text.Length && text[digits] is '.' or ')' && (digits + 1 == text.Length || text[digits + 1] == ' ');
        return isMarker ? text.Insert(digits, "\\") : text;
    }
}
