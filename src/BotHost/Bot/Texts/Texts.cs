using System.Globalization;
using System.Resources;

namespace BotHost.Bot;

/// <summary>
/// What the bot says by itself, in the language of the turn. The words are in <c>English.resx</c> and <c>German.resx</c> beside this file; both
/// are in the program itself, so that no package or publishing loses one.
/// </summary>
internal static class Texts
{
    /// <summary>The name under which a person's language is remembered.</summary>
    public const string StateName = "bothost.language";

    private static readonly ResourceManager English = Open(nameof(English)), German = Open(nameof(German));

    private static readonly AsyncLocal<Language> Spoken = new();

    /// <summary>Set by what runs a turn, for all that is called from there and nothing else.</summary>
    public static Language Language { get => Spoken.Value; set => Spoken.Value = value; }

    /// <summary>A text whose holes are filled as they are.</summary>
    public static string Plain(string key, params object?[] holes) => string.Format(CultureInfo.InvariantCulture, Find(Language, key), holes);

    /// <summary>Markdown whose holes are escaped, except those that are safe already.</summary>
    public static MarkdownText Say(string key, params object?[] holes) => SayIn(Language, key, holes);

    /// <summary>The same, in a language other than the turn's.</summary>
    public static MarkdownText SayIn(Language language, string key, params object?[] holes) =>
        new(string.Format(CultureInfo.InvariantCulture, Find(language, key), [.. holes.Select(Escaped)]));

    private static string Find(Language language, string key) =>
        (language == Language.De ? German : English).GetString(key, CultureInfo.InvariantCulture)
        ?? throw new ArgumentException($"There is no text \"{key}\" in {language}. Add it to both files in Bot/Texts.", nameof(key));

    private static string Escaped(object? hole) => hole is MarkdownText safe ? safe.Value : Markdown.Format($"{hole}").Value;

    private static ResourceManager Open(string language) => new($"BotHost.Bot.Texts.{language}", typeof(Texts).Assembly);
}
