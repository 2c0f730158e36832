using WebexSimulator.Http;

namespace WebexSimulator.Tokens;

/// <summary>When the token of the call ends, in milliseconds since 1970.</summary>
internal static class TokenExpiryApi
{
    public static void MapTokenExpiry(this IEndpointRouteBuilder api) =>
        api.Get("/authorizations/tokenExpiry", call => Answers.Ok(new TokenExpiryBody(call.Token.Expires.ToUnixTimeMilliseconds())));
}

internal sealed record TokenExpiryBody(long Exp);
