using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Asks for the token of a service app.</summary>
internal sealed record NewApplicationToken
{
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>The organisation whose administrator authorised the app.</summary>
    public required string TargetOrgId { get; init; }

    /// <summary>Nothing of it: this may end up in a log.</summary>
    public override string ToString() => "New application token";
}

/// <summary>The token of a service app. Lives are seconds.</summary>
internal sealed record ApplicationToken
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public required long ExpiresIn { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("refresh_token_expires_in")]
    public long? RefreshTokenExpiresIn { get; init; }

    /// <summary>Nothing of it: this may end up in a log.</summary>
    public override string ToString() => "Application token";
}
