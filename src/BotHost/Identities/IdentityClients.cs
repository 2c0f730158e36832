using BotHost.Webex;

namespace BotHost.Identities;

/// <summary>The Webex API as each identity may use it.</summary>
internal sealed class IdentityClients(WebexClient bot)
{
    /// <exception cref="IdentityUnavailableException">There is no usable token for it.</exception>
    public Task<WebexClient> ClientAsync(WebexIdentity identity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return identity == WebexIdentity.Bot
            ? Task.FromResult(bot)
            : throw new IdentityUnavailableException(identity, $"This host has no token for {identity}.");
    }
}

/// <summary>Webex cannot be called as this identity. The message ends with what to do about it.</summary>
internal sealed class IdentityUnavailableException(WebexIdentity identity, string message) : Exception(message)
{
    public WebexIdentity Identity { get; } = identity;
}
