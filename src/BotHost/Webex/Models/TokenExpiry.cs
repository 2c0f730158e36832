namespace BotHost.Webex;

/// <summary>Until when a token is good.</summary>
internal sealed record TokenExpiry
{
    /// <summary>In milliseconds since 1970.</summary>
    public required long Exp { get; init; }
}
