using System.Diagnostics.CodeAnalysis;
using WebexSimulator.Tokens;

namespace WebexSimulator.Http;

/// <summary>Whether a known caller may make this call: not too many of them, 429, and with a scope for it, 403.</summary>
internal static class Admission
{
    public static Task AdmitAsync(HttpContext http, RequestDelegate next)
    {
        if (!OpenRoutes.IsOpen(http) && RouteOf(http, out var route))
        {
            var token = Authentication.Token(http);
            http.RequestServices.GetRequiredService<RateLimits>().Demand(token.Person, http.Request.Method, route);
            if (Scopes.Of(http.Request.Method, route) is { } scopes) token.DemandAny(scopes);
        }
        return next(http);
    }

    private static bool RouteOf(HttpContext http, [NotNullWhen(true)] out string? route) =>
        (route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText) is not null;
}
