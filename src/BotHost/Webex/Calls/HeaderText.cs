using System.Net.Http.Headers;

namespace BotHost.Webex;

internal static class HeaderText
{
    /// <summary>The header as it came, however malformed; null when it is missing or empty.</summary>
    public static string? Text(this HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;
}
