using System.Text;

namespace BotHost.Bot;

/// <summary>
/// Quoted words. One rule for all marks: a quote opens at the start of a word and closes at the very next closing mark, which
/// must end a word; otherwise the mark is a character like others. So <c>'tis</c> and <c>don't</c> are words, and in a text an unclosed quote loses
/// nothing. Where words are counted, one of double marks is refused.
/// </summary>
internal static class Quotes
{
    /// <summary>Reads the quoted word that begins here, if one does.</summary>
    public static bool TryRead(string text, int start, out int end, out string value)
    {
        (end, value) = (start, "");
        var isDouble = IsDouble(text[start]);
        if (!isDouble && text[start] is not ('\'' or '‘'))
        {
            return false;
        }

        var content = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (isDouble && text[i] == '\\' && i + 1 < text.Length && (IsDouble(text[i + 1]) || text[i + 1] == '\\'))
            {
                content.Append(text[++i]);
            }
            else if (isDouble ? IsDouble(text[i]) : text[i] is '\'' or '’' or '‘')
            {
                (end, value) = (i + 1, content.ToString());
                return EndsWord(text, i);
            }
            else
            {
                content.Append(text[i]);
            }
        }

        return false;
    }

    /// <summary>Whether a word begins with a mark that nothing closes, so that what belongs together was cut.</summary>
    public static bool IsUnclosed(in Token word) => word.IsPlain && word.Value.Length > 1 && IsDouble(word.Value[0]) && !word.Value.Skip(1).Any(IsDouble);

    /// <summary>Clients replace straight marks by the curly ones of the writer's language.</summary>
    private static bool IsDouble(char c) => c is '"' or '“' or '”' or '„';

    private static bool EndsWord(string text, int at) =>
        at + 1 == text.Length || Words.IsSeparator(text[at + 1]) || Words.IsInvisible(text[at + 1]);
}
