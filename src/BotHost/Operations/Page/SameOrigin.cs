using Microsoft.Net.Http.Headers;

namespace BotHost.Operations;

/// <summary>
/// Whether a browser says that a form was sent from this very page. Cookies do not suffice: what listens at another port of this machine is the same site to
/// them. Browsers say it where no script can write; what says nothing is not believed.
/// </summary>
internal static class SameOrigin
{
    public static bool Holds(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        return (site.Count == 0 || site == "same-origin")
            && request.Headers[HeaderNames.Origin] is [{ } text]
            && Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && origin is { Scheme: "http" or "https", UserInfo: "", PathAndQuery: "/" }
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
