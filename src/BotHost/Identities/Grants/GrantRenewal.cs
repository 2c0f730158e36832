using System.Collections.Concurrent;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>
/// Renews grants, each by one host at a time. The right to do so is written down before Webex is asked and given back with what it answered. A refresh token is
/// thrown away only for a newer one or where Webex refuses it, so a lost answer, or a host that dies while it waits for one, costs nothing but the time of the
/// lease: then it is sent again. Where Webex had changed it for another meanwhile, and refuses it, the access token is used until it ends.
/// </summary>
internal sealed partial class GrantRenewal(
    GrantStore grants, TokenVault vault, TokenSources sources, IOptions<WebexOptions> options, ILogger<GrantRenewal> logger)
{
    /// <summary>After the longest time Webex may take.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with an app is mended by a person.</summary>
    private static readonly TimeSpan PauseOfMisconfigured = TimeSpan.FromMinutes(1), PauseOfTrouble = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Task> _underWay = new();

    /// <summary>Renews a grant, unless another host is at it. Who stops waiting leaves it running: what Webex answers must be kept.</summary>
    public Task RenewAsync(Grant grant, CancellationToken cancellationToken)
    {
        var running = _underWay.GetOrAdd(grant.Identity, _ => Task.Run(() => RunAsync(grant, CancellationToken.None), CancellationToken.None));
        // It may have ended before it was noted here, and would stand in the way of every later one.
        if (running.IsCompleted)
            _underWay.TryRemove(KeyValuePair.Create(grant.Identity, running));
        return running.WaitAsync(cancellationToken);
    }

    /// <summary>Completes when nothing is under way any more.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken);

    private async Task RunAsync(Grant grant, CancellationToken cancellationToken)
    {
        try
        {
            if (await grants.LeaseAsync(grant, options.Value.Timeout + Margin, cancellationToken).ConfigureAwait(false))
                await EndAsync(grant, await sources.AskAsync(grant, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _underWay.TryRemove(grant.Identity, out _);
        }
    }

    private async Task EndAsync(Grant grant, TokenAnswer<TokenSet> answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case { Outcome: TokenOutcome.Given, Value: { } tokens }:
                var locked = vault.Lock(tokens);
                if (await grants.RenewAsync(grant, locked, cancellationToken).ConfigureAwait(false))
                    Log.Renewed(logger, grant.Who.Kind, DateTimeOffset.FromUnixTimeMilliseconds(locked.AccessUntil));
                break;
            case { Outcome: TokenOutcome.Refused }:
                await grants.RefusedAsync(grant, answer.Reason, cancellationToken).ConfigureAwait(false);
                Log.Refused(logger, grant.Who.Kind == IdentityKind.Person ? LogLevel.Information : LogLevel.Warning, grant.Who.Kind, answer.Reason);
                break;
            case { Outcome: TokenOutcome.Misconfigured }:
                await grants.ReleaseAsync(grant, answer.Reason, PauseOfMisconfigured, cancellationToken).ConfigureAwait(false);
                Log.NotRenewed(logger, grant.Who.Kind, answer.Reason);
                break;
            case { Outcome: TokenOutcome.Unknown }:
                // Webex may still be at it: the lease stands until that is over.
                Log.NotRenewed(logger, grant.Who.Kind, answer.Reason);
                break;
            default:
                await grants.ReleaseAsync(grant, reason: null, answer.RetryAfter ?? PauseOfTrouble, cancellationToken).ConfigureAwait(false);
                Log.NotRenewed(logger, grant.Who.Kind, answer.Reason);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The token of a {Kind} was renewed; it is good until {Until:u}")]
        public static partial void Renewed(ILogger logger, IdentityKind kind, DateTimeOffset until);

        [LoggerMessage("The token of a {Kind} cannot be renewed any more. {Reason} See: identity list")]
        public static partial void Refused(ILogger logger, LogLevel level, IdentityKind kind, string reason);

        [LoggerMessage(LogLevel.Warning, "The token of a {Kind} could not be renewed; it is tried again. {Reason}")]
        public static partial void NotRenewed(ILogger logger, IdentityKind kind, string reason);
    }
}
