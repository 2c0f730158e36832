using System.Collections.Concurrent;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>How a login without a browser stands.</summary>
/// <param name="Ticket">What it is asked after with.</param>
/// <param name="Person">Who consented; null while nobody has.</param>
/// <param name="Problem">Why nobody will any more.</param>
internal sealed record DeviceLogin(string Ticket, DeviceCode? Code, PersonId? Person = null, string? Problem = null);

/// <summary>
/// Logins on machines without a browser (OAuth's device grant): a code is shown here and entered in a browser anywhere. A login under way is
/// remembered by the process that began it.
/// </summary>
internal sealed class DeviceLogins(
    Database database, TokenEndpoint endpoint, TokenVault vault, WebexClient bot, IConsentWaiter waiter, IOptions<IntegrationOptions> integration, TimeProvider time)
{
    /// <summary>Of the oldest no code is good any more by then.</summary>
    private const int MostAtOnce = 100;

    private readonly ConcurrentDictionary<string, (DeviceCode Code, DateTimeOffset Until)> _underWay = new();

    public bool IsOn => integration.Value.IsOn;

    public async Task<DeviceLogin> BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var (over, _) in _underWay.Where(login => login.Value.Until <= time.GetUtcNow()))
            _underWay.TryRemove(over, out _);
        if (_underWay.Count >= MostAtOnce)
            return Ended("Too many logins are under way. Wait five minutes and try again.");
        var answer = await endpoint.BeginDeviceAsync(integration.Value.App(IntegrationOptions.Section), integration.Value.ScopeList, cancellationToken).ConfigureAwait(false);
        if (answer.Value is not { } code)
            return Ended(answer.Reason);
        var ticket = Secrets.New();
        _underWay[ticket] = (code, time.GetUtcNow().AddSeconds(code.ExpiresIn));
        return new DeviceLogin(ticket, code);
    }

    /// <summary>Looks whether somebody has decided. Not more often than Webex wants.</summary>
    public async Task<DeviceLogin> LookAsync(string ticket, CancellationToken cancellationToken)
    {
        if (!_underWay.TryGetValue(ticket, out var login) || login.Until <= time.GetUtcNow())
            return Ended("Its time is over. Begin again: identity login");
        var answer = await endpoint.EndDeviceAsync(integration.Value.App(IntegrationOptions.Section), login.Code.Code, cancellationToken).ConfigureAwait(false);
        // Where an answer was lost, the next one says whether it was the tokens.
        if (answer.Outcome is TokenOutcome.Pending or TokenOutcome.NotNow or TokenOutcome.Unknown)
            return new DeviceLogin(ticket, login.Code);
        _underWay.TryRemove(ticket, out _);
        return answer.Value is { } tokens ? await KeepAsync(ticket, tokens, cancellationToken).ConfigureAwait(false) : Ended(answer.Reason);
    }

    private async Task<DeviceLogin> KeepAsync(string ticket, TokenSet tokens, CancellationToken cancellationToken)
    {
        try
        {
            var person = (await bot.As(new NewTokenCaller(tokens.AccessToken)).People.GetMeAsync(cancellationToken).ConfigureAwait(false)).Id;
            var locked = vault.Lock(tokens, string.Join(' ', integration.Value.ScopeList));
            await database.WriteAsync(session =>
            {
                GrantStore.Put(session, WebexIdentity.Person(person), locked, time.GetUtcNow().ToUnixTimeMilliseconds());
                return Consents.Granted(session, person, waiter);
            }, committed: announce => announce(), cancellationToken).ConfigureAwait(false);
            return new DeviceLogin(ticket, null, person);
        }
        catch (WebexException)
        {
            return Ended("Webex does not say who consented; nothing was kept. Begin again: identity login");
        }
    }

    private static DeviceLogin Ended(string problem) => new("", null, Problem: problem);
}
