using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Http;

/// <summary>A token that exists and has not expired, or 401.</summary>
internal static class Authentication
{
    private static readonly object Key = new();

    public static AccessToken Token(HttpContext http) => (AccessToken)http.Items[Key]!;

    public static Person? CallerOrNull(HttpContext http) => (http.Items[Key] as AccessToken)?.Person;

    public static async Task AuthenticateAsync(HttpContext http, RequestDelegate next)
    {
        var tokens = http.RequestServices.GetRequiredService<TokenRegister>();
        if (BearerToken(http.Request) is not { } value || tokens.Find(value) is not { } token)
            throw new Refusal(StatusCodes.Status401Unauthorized, Texts.NoToken);
        http.Items[Key] = token;
        await next(http);
    }

    public static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
}
