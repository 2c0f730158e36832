using System.Net.Http.Headers;
using System.Text;

namespace BotHost.Webex;

/// <summary>Reads the name of a file from <c>Content-Disposition</c>, in any of the ways one outside ASCII is written there.</summary>
internal static class FileName
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static string? Of(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Disposition", out var values)
            || !ContentDispositionHeaderValue.TryParse(Utf8(values.ToString()), out var disposition))
            return null;

        return (disposition.FileNameStar ?? disposition.FileName) is { } name ? Plain(name.Trim('"')) : null;
    }

    // .NET reads headers as Latin-1, a sign for each byte. Where the bytes are UTF-8, that is what was meant.
    private static string Utf8(string header)
    {
        if (Ascii.IsValid(header) || header.Any(sign => sign > 0xff))
            return header;

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(header));
        }
        catch (DecoderFallbackException)
        {
            return header;
        }
    }

    private static string? Plain(string name)
    {
        var last = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var plain = string.Concat(last.Where(sign => !char.IsControl(sign))).Trim();
        return plain is "" or "." or ".." ? null : plain;
    }
}
