namespace BotHost.Identities;

/// <summary>Webex cannot be called as this identity. The message ends with what to do about it.</summary>
internal sealed class IdentityUnavailableException(WebexIdentity identity, string message) : Exception(message)
{
    public WebexIdentity Identity { get; } = identity;

    /// <summary>Whether the person's consent would do.</summary>
    public bool CanConsent { get; init; }
}
