namespace WebexSimulator.Http;

/// <summary>The id Webex gives every response, for its support to find it by.</summary>
internal static class TrackingId
{
    private static readonly object Key = new();

    public static string New() => $"ROUTERGW_{Guid.NewGuid()}";

    public static string Of(HttpContext http) => (string)(http.Items[Key] ??= New());
}
