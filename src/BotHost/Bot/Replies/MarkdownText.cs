namespace BotHost.Bot;

/// <summary>Markdown that is safe to post: made by <see cref="Markdown.Format"/>. In a hole of another one it stays what it is.</summary>
public readonly record struct MarkdownText
{
    private readonly string? _value;

    internal MarkdownText(string value) => _value = value;

    internal string Value => _value ?? "";

    /// <summary>Several, one behind the other: lines with <c>"\n"</c> between.</summary>
    public static MarkdownText Join(string separator, IEnumerable<MarkdownText> parts) =>
        new(string.Join(separator, parts.Select(part => part.Value)));

    /// <summary>The Markdown.</summary>
    public override string ToString() => Value;
}
