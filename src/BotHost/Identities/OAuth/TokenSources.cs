using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>How an identity comes to its next token: by its refresh token; a service app also by what its settings say.</summary>
internal sealed class TokenSources(
    TokenEndpoint endpoint, TokenVault vault, GrantStore grants, WebexClient bot, IOptions<IntegrationOptions> integration, IOptions<ServiceAppsOptions> services,
    TimeProvider time)
{
    public async Task<TokenAnswer<TokenSet>> AskAsync(Grant grant, CancellationToken cancellationToken)
    {
        try
        {
            return grant.Who.Kind == IdentityKind.Person
                ? await ByRefreshAsync(integration.Value.App(IntegrationOptions.Section), grant, cancellationToken).ConfigureAwait(false)
                : await OfServiceAsync(grant, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            return new(TokenOutcome.Misconfigured, null, e.Message);
        }
    }

    private async Task<TokenAnswer<TokenSet>> OfServiceAsync(Grant grant, CancellationToken cancellationToken)
    {
        if (!services.Value.TryGetValue(grant.Who.Id!, out var app))
            return new(TokenOutcome.Misconfigured, null, $"There is no {ServiceAppsOptions.Section}:{grant.Who.Id}. Set it, or run: identity revoke {grant.Who}");
        var oauth = app.App($"{ServiceAppsOptions.Section}:{grant.Who.Id}");
        if (grant.RefreshToken is not null && await ByRefreshAsync(oauth, grant, cancellationToken).ConfigureAwait(false) is { Outcome: not TokenOutcome.Refused } answer)
            return answer;
        // Where the one that Webex gave is over, the one that was set is the administrator's newer one, or no better.
        var first = AccessTokenSource.Usable(app.RefreshToken) ?? AccessTokenSource.ReadFile(app.RefreshTokenFile);
        if (first is not null)
            return await endpoint.RefreshAsync(oauth, first, cancellationToken).ConfigureAwait(false);
        return app.Asks
            ? await AskOwnerAsync(app, oauth, cancellationToken).ConfigureAwait(false)
            : new(TokenOutcome.Refused, null, "There is no refresh token. Have the app authorised again in Control Hub and set RefreshToken.");
    }

    private async Task<TokenAnswer<TokenSet>> ByRefreshAsync(OAuthApp app, Grant grant, CancellationToken cancellationToken) =>
        vault.Unlock(grant.RefreshToken) is { } token
            ? await endpoint.RefreshAsync(app, token, cancellationToken).ConfigureAwait(false)
            : new(TokenOutcome.Refused, null, "There is no refresh token that can be read.");

    private async Task<TokenAnswer<TokenSet>> AskOwnerAsync(ServiceAppOptions app, OAuthApp oauth, CancellationToken cancellationToken)
    {
        var owner = WebexIdentity.Parse(app.Owner!)!;
        try
        {
            var token = await bot.As(new GrantCaller(owner, grants, vault, renewal: null, time)).Applications.CreateTokenAsync(
                app.ApplicationId!, new NewApplicationToken { ClientId = oauth.ClientId, ClientSecret = oauth.Secret, TargetOrgId = app.OrgId! }, cancellationToken)
                .ConfigureAwait(false);
            return new(TokenOutcome.Given, new TokenSet
            {
                AccessToken = token.AccessToken, ExpiresIn = token.ExpiresIn, RefreshToken = token.RefreshToken, RefreshTokenExpiresIn = token.RefreshTokenExpiresIn,
                Scope = string.Join(' ', IntegrationOptions.Split(app.Scopes)),
            }, "");
        }
        catch (Exception e) when (e is IdentityUnavailableException or ScopeMissingException)
        {
            return new(TokenOutcome.Misconfigured, null, e.Message);
        }
        catch (WebexException e)
        {
            return new(e.IsAmbiguous || e.Status is null ? TokenOutcome.NotNow : TokenOutcome.Misconfigured, null, $"Webex gave its owner no token ({(int?)e.Status ?? 0}).");
        }
    }
}
