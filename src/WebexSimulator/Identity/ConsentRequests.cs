using System.Security.Cryptography;
using System.Text;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>
/// Pages that somebody is looking at, found by a number that only his page has. His browser proves with a cookie that the page was
/// shown to it: no other page can answer for him.
/// </summary>
internal sealed class ConsentRequests(World world)
{
    public const string Cookie = "simulator-consent";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, Shown> _shown = new(StringComparer.Ordinal);

    /// <summary>Takes down that a page is shown. Inside the world's lock.</summary>
    public string Show(HttpContext http, Consent consent)
    {
        foreach (var (over, _) in _shown.Where(shown => shown.Value.Expires <= world.Now()).ToList()) _shown.Remove(over);
        var browser = http.Request.Cookies[Cookie] is { Length: 64 } known ? known : OAuthToken.Secret();
        http.Response.Cookies.Append(Cookie, browser, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        var number = OAuthToken.Secret();
        _shown.Add(number, new(consent, browser, world.Now() + Life));
        return number;
    }

    /// <summary>What a page that is sent back was about; null where it was not shown to this browser, or is over. Inside the world's lock.</summary>
    public Consent? Find(HttpContext http, string? number) =>
        number is not null && _shown.TryGetValue(number, out var shown) && shown.Expires > world.Now()
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown.Browser), Encoding.UTF8.GetBytes(http.Request.Cookies[Cookie] ?? ""))
            ? shown.Consent
            : null;

    public void Remove(string number) => _shown.Remove(number);

    public void Clear() => _shown.Clear();

    private sealed record Shown(Consent Consent, string Browser, DateTimeOffset Expires);
}

/// <summary>What somebody is asked to allow, and what comes of his answer.</summary>
/// <param name="Accept">Gives where his browser goes, or null where it stays.</param>
internal sealed record Consent(Application Application, IReadOnlyList<string> Scopes, string? LoginHint, Func<Person, string?> Accept, Func<string?> Decline);
