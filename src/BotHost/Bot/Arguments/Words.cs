using System.Text;
using System.Text.Json;

namespace BotHost.Bot;

/// <summary>When two words are the same, and how names in code become words people read.</summary>
internal static class Words
{
    /// <summary>Blanks of every kind, line breaks, and the zero-width blanks that clients put around mentions.</summary>
    public static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    /// <summary>Characters without a shape, such as direction marks: never part of a word at its edges.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF'
            or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069');

    /// <summary>
    /// The form in which words are compared, by <see cref="StringComparer.OrdinalIgnoreCase"/>: composed, without invisible characters.
    /// </summary>
    public static string Key(string word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word;
        }

        var visible = word.Any(IsInvisible) ? string.Concat(word.Where(c => !IsInvisible(c))) : word;
        return IsWellFormed(visible) ? visible.Normalize(NormalizationForm.FormC) : visible;
    }

    public static bool Equal(string a, string b) => string.Equals(Key(a), Key(b), StringComparison.OrdinalIgnoreCase);

    /// <summary><c>firstMessage</c> → <c>first-message</c>.</summary>
    public static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary><c>FirstMessage</c> → <c>firstMessage</c>.</summary>
    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary><c>firstMessage</c> → <c>first message</c>.</summary>
    public static string Spaced(string name) => Kebab(name).Replace('-', ' ');

    public static string Capitalised(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Text with half a surrogate pair cannot be normalised.</summary>
    private static bool IsWellFormed(string word) => !word.EnumerateRunes().Contains(Rune.ReplacementChar);
}
