using System.Text.Json.Serialization;

namespace BotHost.Identities;

/// <summary>An app, as the token endpoint is told of it.</summary>
internal sealed record OAuthApp(string ClientId, string Secret)
{
    /// <summary>Without the secret: this may end up in a log.</summary>
    public override string ToString() => $"App {ClientId}";
}

/// <summary>Tokens as Webex gives them. Lives are seconds.</summary>
internal sealed record TokenSet
{
    public required string AccessToken { get; init; }

    public required long ExpiresIn { get; init; }

    /// <summary>Missing where the one that was sent stays.</summary>
    public string? RefreshToken { get; init; }

    public long? RefreshTokenExpiresIn { get; init; }

    /// <summary>With blanks between; not always there.</summary>
    public string? Scope { get; init; }

    /// <summary>Nothing of it: this may end up in a log.</summary>
    public override string ToString() => "Tokens";
}

/// <summary>How a person without a browser here consents in one elsewhere.</summary>
internal sealed record DeviceCode
{
    [JsonPropertyName("device_code")]
    public required string Code { get; init; }

    /// <summary>What the person enters.</summary>
    public required string UserCode { get; init; }

    public required string VerificationUri { get; init; }

    /// <summary>The same with the code in it.</summary>
    public string? VerificationUriComplete { get; init; }

    /// <summary>Seconds until it is good for nothing.</summary>
    public long ExpiresIn { get; init; } = 300;

    /// <summary>Seconds between one look and the next.</summary>
    public long Interval { get; init; } = 2;

    /// <summary>Nothing of it: this may end up in a log.</summary>
    public override string ToString() => "Device code";
}

/// <summary>What the token endpoints send, so that none of it is read by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TokenSet))]
[JsonSerializable(typeof(DeviceCode))]
internal sealed partial class OAuthJson : JsonSerializerContext;
