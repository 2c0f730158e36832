using System.Text.Json.Serialization;

namespace WebexSimulator.Identity;

/// <summary>The answer to whoever asks for tokens. Times are seconds from now; a refresh token's are what is left of it.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string RefreshToken,
    [property: JsonPropertyName("refresh_token_expires_in")] long RefreshTokenExpiresIn,
    [property: JsonPropertyName("token_type")] string TokenType,
    string? Scope)
{
    public static TokenAnswer Of(TokenPair pair, SimulatorSwitches switches) => new(
        pair.Access.Value, Seconds(pair.Access.Expires - pair.Access.Created), pair.Refresh.Value, Seconds(pair.Refresh.Expires - pair.Access.Created), "Bearer",
        switches.TokensSayTheirScopes ? string.Join(' ', pair.Refresh.Scopes) : null);

    private static long Seconds(TimeSpan left) => (long)left.TotalSeconds;
}
