using System.Buffers;
using System.Text;

namespace BotHost.Storage;

/// <summary>
/// Values in the spelling both engines hold alike: yes and no are 1 and 0, and text is what UTF-8 can say, without U+0000, which PostgreSQL's
/// text does not take.
/// </summary>
internal static class ColumnValue
{
    /// <exception cref="UnstorableException">A text holds U+0000 or half a surrogate pair.</exception>
    public static object From(object? value) => value switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        string text when !IsStorable(text) => throw new UnstorableException(
            "A text with the character U+0000 or half a surrogate pair cannot be stored. Keep what carried it as bytes, in quarantine."),
        _ => value,
    };

    private static bool IsStorable(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
                return false;
            text = text[length..];
        }

        return true;
    }
}
