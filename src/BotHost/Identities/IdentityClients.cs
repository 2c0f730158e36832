using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>The Webex API as each identity may use it.</summary>
internal sealed class IdentityClients(
    WebexClient bot, GrantStore grants, TokenVault vault, GrantRenewal renewal, IOptions<IntegrationOptions> integration, IOptions<ServiceAppsOptions> services,
    TimeProvider time)
{
    /// <summary>The API as an identity for which there is a token. Should it be over by the time of a call, that throws the same.</summary>
    /// <exception cref="IdentityUnavailableException">There is no usable token for it.</exception>
    /// <exception cref="TimeoutException">Its token is over, and Webex gave no other in time.</exception>
    public async Task<WebexClient> ClientAsync(WebexIdentity identity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (identity == WebexIdentity.Bot)
            return bot;
        await PrepareAsync(identity, cancellationToken).ConfigureAwait(false);
        _ = await CallerOf(identity).TokenAsync(cancellationToken).ConfigureAwait(false) ?? throw new TimeoutException("Webex renewed no token in time. Try again later.");
        return Of(identity);
    }

    /// <summary>The API as an identity that may or may not have a token: a call finds out.</summary>
    public WebexClient Of(WebexIdentity identity) => identity == WebexIdentity.Bot ? bot : bot.As(CallerOf(identity));

    /// <summary>Refuses an identity that the settings do not know, and makes room for the token of a service app.</summary>
    /// <exception cref="IdentityUnavailableException">The settings do not know it.</exception>
    public async Task PrepareAsync(WebexIdentity identity, CancellationToken cancellationToken)
    {
        if (identity.Kind == IdentityKind.Person && !integration.Value.IsOn)
        {
            throw new IdentityUnavailableException(identity,
                "This host has no integration by which people could consent. Make one at https://developer.webex.com/my-apps and set Webex:Integration:ClientId, "
                + "Webex:Integration:ClientSecret and Webex:Integration:Scopes.");
        }

        if (identity.Kind != IdentityKind.ServiceApp)
            return;
        if (!services.Value.ContainsKey(identity.Id!))
        {
            throw new IdentityUnavailableException(identity,
                $"This host has no service app named {identity.Id}. Set Webex:ServiceApps:{identity.Id}:ClientId, :ClientSecret and :RefreshToken.");
        }

        if (grants.Find(identity) is not { HasEnded: false })
            await grants.EnsureAsync(identity, cancellationToken).ConfigureAwait(false);
    }

    private GrantCaller CallerOf(WebexIdentity identity) => new(identity, grants, vault, renewal, time);
}
