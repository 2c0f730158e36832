namespace BotHost.Agents;

/// <summary>
/// Which web pages a browser may let call the server. A page that makes its own name stand for this machine (DNS rebinding) still tells the
/// truth in <c>Origin</c>; a program that is no browser sends none.
/// </summary>
internal static class AgentOrigins
{
    public static bool Allows(string? origin, IReadOnlyCollection<string> allowed, Uri self) =>
        string.IsNullOrEmpty(origin)
        || (Normal(origin) is { } page && (allowed.Contains(page) || page == Normal(self.GetLeftPart(UriPartial.Authority)) || new Uri(page).IsLoopback));

    /// <summary>Origins with <c>;</c> between them; null where one is none.</summary>
    public static IReadOnlyCollection<string>? Read(string text)
    {
        var origins = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Normal).ToList();
        return origins.Contains(null) ? null : [.. origins.OfType<string>()];
    }

    private static string? Normal(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
