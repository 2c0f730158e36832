using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace BotHost.Operations;

/// <summary>
/// A piece of the page: <c>Html cell = $"&lt;td&gt;{name}&lt;/td&gt;";</c> What stands in its holes is text and is shown as text, also within quotes;
/// only another piece is taken as it is.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public static Html Empty { get; } = $"";

    public void AppendLiteral(string markup) => _text.Append(markup);

    /// <summary>What a stranger wrote may also hold what turns lines around: it is shown, not obeyed.</summary>
    public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(OneLineFormatter.Escape(text ?? "")));

    public void AppendFormatted(long number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        _text.Append(CultureInfo.InvariantCulture, $"<time datetime=\"{utc:yyyy-MM-ddTHH:mm:ssZ}\">{utc:yyyy-MM-dd HH:mm:ss}Z</time>");
    }

    public void AppendFormatted(Html piece) => _text.Append(piece._text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
            _text.Append(piece._text);
    }

    public override string ToString() => _text.ToString();
}
