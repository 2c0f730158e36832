using BotHost.Webex;

namespace BotHost.Identities;

/// <summary>A person or service app, called as with what the store has of it.</summary>
/// <param name="renewal">Null where a token that is over is not renewed for this.</param>
internal sealed class GrantCaller(WebexIdentity identity, GrantStore grants, TokenVault vault, GrantRenewal? renewal, TimeProvider time) : IWebexCaller
{
    /// <summary>Another host may be the one that renews: then nobody here is told.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a call waits for a token that is being renewed, in looks: half a minute.</summary>
    private const int MostLooks = 150;

    /// <summary>What Webex gives and is over at once will not be better the next time.</summary>
    private const int MostRenewals = 3;

    /// <summary>A token that is refused so soon after it was given is not refused for its age.</summary>
    private static readonly TimeSpan New = TimeSpan.FromMinutes(1);

    public WebexIdentity Identity => identity;

    /// <exception cref="IdentityUnavailableException">There is no token for it, and there will be none by itself.</exception>
    public async ValueTask<CallerToken> TokenAsync(WebexCall call, CancellationToken cancellationToken) => await TokenAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new WebexException(call, $"The token of a {identity.Kind} is over and could not be renewed in time. Try again later, and see: identity list");

    /// <summary>The token, waiting for it where it is being renewed; null where that took too long.</summary>
    /// <exception cref="IdentityUnavailableException">There is no token for it, and there will be none by itself.</exception>
    public async Task<CallerToken?> TokenAsync(CancellationToken cancellationToken)
    {
        for (var (look, renewals) = (0, 0); look < MostLooks && renewals <= MostRenewals; look++)
        {
            var grant = grants.Find(identity) is { HasEnded: false } found ? found : throw Unavailable(grants.Find(identity)?.Reason);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            if (grant.IsUsable(now))
            {
                if (now >= grant.RenewFrom && CanRenew(grant) && !IsLeased(grant, now))
                    _ = renewal!.RenewAsync(grant, CancellationToken.None);
                if (vault.Unlock(grant.AccessToken) is { } token)
                    return new CallerToken(token, grant.ScopeSet);
            }

            if (!CanRenew(grant))
            {
                if (renewal is not null)
                    await grants.EndAsync(grant, grant.Reason ?? "Its time is over.", cancellationToken).ConfigureAwait(false);
                throw Unavailable(grant.Reason);
            }

            if (!IsLeased(grant, now))
            {
                renewals++;
                await renewal!.RenewAsync(grant, cancellationToken).ConfigureAwait(false);
            }
            else if (grant.Reason is null)
                await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
            else
                throw Unavailable(grant.Reason, canConsent: false); // Tried just now, and it takes a person to mend it.
        }

        return null;
    }

    public async ValueTask<bool> RefusedAsync(string token, CancellationToken cancellationToken)
    {
        if (grants.Find(identity) is not { HasEnded: false } grant)
            return false;
        if (vault.Unlock(grant.AccessToken) != token)
            return true;
        // A consent that was taken back, a token that ended before its time, or a fault of Webex's: whoever renews it learns which.
        if (HasSource(grant) && time.GetUtcNow().ToUnixTimeMilliseconds() - grant.IssuedAt >= New.TotalMilliseconds)
        {
            await grants.ExpireAsync(grant, cancellationToken).ConfigureAwait(false);
            return CanRenew(grant);
        }

        // Webex renewed it just now, so it knows of the consent, and what refuses the token is something else: it may pass.
        if (!(HasSource(grant) && grant.IssuedAt > grant.GrantedAt))
            await grants.EndAsync(grant, "Webex answered 401: the consent was taken back.", cancellationToken).ConfigureAwait(false);
        return false;
    }

    private bool CanRenew(Grant grant) => renewal is not null && HasSource(grant);

    /// <summary>A service app may have other ways than a refresh token.</summary>
    private bool HasSource(Grant grant) => grant.RefreshToken is not null || identity.Kind == IdentityKind.ServiceApp;

    private static bool IsLeased(Grant grant, long now) => grant.LeasedUntil > now;

    private IdentityUnavailableException Unavailable(string? reason, bool canConsent = true) => identity.Kind == IdentityKind.Person
        ? new IdentityUnavailableException(identity, reason is null
            ? "This person has not consented that the bot acts for them. Have them consent: the bot asks where a handler uses ctx.As(Identity.Asker); or run: identity login"
            : $"The bot cannot act for this person at present. {reason} {(canConsent ? "Have them consent again." : "Check Webex:Integration.")}") { CanConsent = canConsent }
        : new IdentityUnavailableException(identity,
            $"There is no token of the service app {identity.Id}. {reason} Check Webex:ServiceApps:{identity.Id}, and that an administrator has authorised the app in Control Hub.");
}
