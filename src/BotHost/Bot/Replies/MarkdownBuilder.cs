using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace BotHost.Bot;

/// <summary>
/// Receives an interpolated string: its own words are Markdown, what is in its holes is escaped. Numbers and dates are written
/// culture-free.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct MarkdownBuilder
{
    private readonly StringBuilder _markdown;

    /// <summary>Called by the compiler.</summary>
    public MarkdownBuilder(int literalLength, int formattedCount) => _markdown = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string value) => _markdown.Append(value);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(string? value) => _markdown.Append(Markdown.Escape(value));

    /// <summary>A mention: it notifies that person.</summary>
    public void AppendFormatted(Mention value) => _markdown.Append(Markdown.MentionOf(value));

    /// <summary>Markdown that is safe already.</summary>
    public void AppendFormatted(MarkdownText value) => _markdown.Append(value.Value);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    internal MarkdownText ToMarkdown() => new(_markdown.ToString());
}
