using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>Ends a login: what Webex sends back is judged, and what a person granted is stored together with the answer their turn waits for.</summary>
internal sealed partial class ConsentCallback(
    Database database, Logins logins, Consents consents, TokenEndpoint endpoint, TokenVault vault, WebexClient bot, IConsentWaiter waiter,
    IOptions<IntegrationOptions> integration, TimeProvider time, ILogger<ConsentCallback> logger)
{
    /// <param name="login">Whose state came back, in the browser that began it.</param>
    /// <param name="code">What Webex gave; null where it gave none.</param>
    /// <param name="error">Why it gave none.</param>
    public async Task<OAuthPage> EndAsync(StoredLogin login, string? code, string? error, CancellationToken cancellationToken)
    {
        if (consents.FindById(login.Consent) is not { } consent)
            return OAuthPage.NoSuchLink;
        if (error == "access_denied")
        {
            await DecideAsync(consent, granted: null, cancellationToken).ConfigureAwait(false);
            Log.Denied(logger);
            return OAuthPage.Refused;
        }

        if (code is null)
        {
            Log.NoCode(logger, error is "invalid_scope" or "unauthorized_client" or "invalid_request" or "server_error" or "temporarily_unavailable" ? error : "another");
            return error == "temporarily_unavailable" ? OAuthPage.Trouble : OAuthPage.Misconfigured;
        }

        var answer = await ExchangeAsync(code, vault.Unlock(login.Verifier) ?? "", cancellationToken).ConfigureAwait(false);
        if (answer.Value is not { } tokens)
        {
            Log.NotExchanged(logger, answer.Reason);
            return answer.Outcome switch
            {
                TokenOutcome.Refused => OAuthPage.CodeRefused,
                TokenOutcome.Misconfigured => OAuthPage.Misconfigured,
                _ => OAuthPage.Trouble,
            };
        }

        return await KeepAsync(consent, tokens, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OAuthPage> KeepAsync(AwaitedConsent consent, TokenSet tokens, CancellationToken cancellationToken)
    {
        try
        {
            var person = (await bot.As(new NewTokenCaller(tokens.AccessToken)).People.GetMeAsync(cancellationToken).ConfigureAwait(false)).Id;
            if (person.Value != consent.PersonId)
            {
                Log.OtherPerson(logger);
                return OAuthPage.OtherPerson;
            }
        }
        catch (WebexException e)
        {
            Log.NotKnown(logger, e);
            return OAuthPage.Trouble;
        }

        if (!await DecideAsync(consent, vault.Lock(tokens, string.Join(' ', integration.Value.ScopeList)), cancellationToken).ConfigureAwait(false))
            return OAuthPage.NoSuchLink;
        Log.Consented(logger);
        return OAuthPage.Consented;
    }

    /// <returns>False where nothing waits for it any more: then nothing is stored.</returns>
    private async Task<bool> DecideAsync(AwaitedConsent consent, LockedTokens? granted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.WriteAsync(session =>
        {
            if (!Consents.End(session, consent))
                return null;
            var decided = waiter.Decided(session, consent.Event, consent.Step, hasConsented: granted is not null);
            if (granted is null)
                return decided;
            var person = new PersonId(consent.PersonId);
            GrantStore.Put(session, WebexIdentity.Person(person), granted, now);
            return decided + Consents.Granted(session, person, waiter);
        }, committed: announce => announce?.Invoke(), cancellationToken).ConfigureAwait(false) is not null;
    }

    private async Task<TokenAnswer<TokenSet>> ExchangeAsync(string code, string verifier, CancellationToken cancellationToken)
    {
        try
        {
            return await endpoint.ExchangeAsync(integration.Value.App(IntegrationOptions.Section), code, verifier, logins.Callback, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            return new(TokenOutcome.Misconfigured, null, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A person consented that the bot acts for them")]
        public static partial void Consented(ILogger logger);

        [LoggerMessage(LogLevel.Information, "A person was asked to consent that the bot acts for them, and did not want to")]
        public static partial void Denied(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "Webex let nobody consent: {Error}. Check Webex:Integration:Scopes and ClientId against the integration at developer.webex.com")]
        public static partial void NoCode(ILogger logger, string error);

        [LoggerMessage(LogLevel.Warning, "A consent could not be exchanged for tokens. {Reason}")]
        public static partial void NotExchanged(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "Somebody consented by a link that was for somebody else; nothing was kept")]
        public static partial void OtherPerson(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "Webex does not say who consented; nothing was kept, and the person told to try again")]
        public static partial void NotKnown(ILogger logger, Exception error);
    }
}
