using WebexSimulator.Model;

namespace WebexSimulator.Http;

/// <summary>A token that exists, or 401.</summary>
internal static class Authentication
{
    private static readonly object Key = new();

    public static Person Caller(HttpContext http) => (Person)http.Items[Key]!;

    public static Person? CallerOrNull(HttpContext http) => http.Items[Key] as Person;

    public static async Task AuthenticateAsync(HttpContext http, RequestDelegate next)
    {
        var world = http.RequestServices.GetRequiredService<World>();
        if (BearerToken(http.Request) is not { } token || world.FindByToken(token) is not { } caller)
            throw new Refusal(StatusCodes.Status401Unauthorized, Texts.NoToken);
        http.Items[Key] = caller;
        await next(http);
    }

    private static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
}
