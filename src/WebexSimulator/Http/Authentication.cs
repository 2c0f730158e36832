using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Http;

/// <summary>A token that exists and has not expired, or 401.</summary>
internal static class Authentication
{
    private static readonly object Key = new();

    public static AccessToken Token(HttpContext http) => (AccessToken)http.Items[Key]!;

    public static Person? CallerOrNull(HttpContext http) => (http.Items[Key] as AccessToken)?.Person;

    /// <summary>Finds out who calls, if anybody, and refuses nothing yet: what stands before the API goes wrong for strangers too.</summary>
    public static Task RecogniseAsync(HttpContext http, RequestDelegate next)
    {
        var tokens = http.RequestServices.GetRequiredService<TokenRegister>();
        if (BearerToken(http.Request) is { } value && tokens.Find(value) is { } token) http.Items[Key] = token;
        return next(http);
    }

    public static Task DemandAsync(HttpContext http, RequestDelegate next) =>
        http.Items[Key] is AccessToken || OpenRoutes.IsOpen(http) ? next(http) : throw new Refusal(StatusCodes.Status401Unauthorized, Texts.NoToken);

    public static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
}
