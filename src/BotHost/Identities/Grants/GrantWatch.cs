using BotHost.Storage;

namespace BotHost.Identities;

/// <summary>
/// At start and once a minute, on the host that leads: renews the grants whose time has come, whether or not anybody uses them, so that their refresh tokens
/// stay in use; and says of those that end, once a day.
/// </summary>
internal sealed partial class GrantWatch(GrantStore grants, GrantRenewal renewal, Leader leader, TimeProvider time, ILogger<GrantWatch> logger) : BackgroundService
{
    /// <summary>What ends within this time is told.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    private readonly Dictionary<string, DateTimeOffset> _told = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        // What Webex answers is to be stored, as long as the host's patience lasts.
        await renewal.WhenIdleAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>When a grant ends for good; null where it does not, as far as Webex says.</summary>
    public static DateTimeOffset? EndOf(Grant grant) => grant switch
    {
        { HasEnded: true } => DateTimeOffset.FromUnixTimeMilliseconds(grant.EndedAt!.Value),
        { Who.Kind: IdentityKind.ServiceApp } => null,
        { RefreshToken: null } => DateTimeOffset.FromUnixTimeMilliseconds(grant.AccessUntil),
        { RefreshUntil: { } until } => DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(until, grant.AccessUntil)),
        _ => null,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try
            {
                foreach (var grant in leader.IsLeader ? grants.ListEnding(Soon).Where(grant => !grant.HasEnded) : [])
                    await LookAfterAsync(grant, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.NotLookedAfter(logger, e);
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task LookAfterAsync(Grant grant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (grant.RefreshToken is not null && now.ToUnixTimeMilliseconds() >= grant.RenewFrom && !(grant.LeasedUntil > now.ToUnixTimeMilliseconds()))
            await renewal.RenewAsync(grant, cancellationToken).ConfigureAwait(false);
        if (EndOf(grant) is { } end && end - now < Soon && now - _told.GetValueOrDefault(grant.Identity) >= TimeSpan.FromDays(1))
        {
            _told[grant.Identity] = now;
            Log.EndsSoon(logger, end);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A person's consent ends at {End:u}; they are asked again when they next want something done in their name. See: identity list")]
        public static partial void EndsSoon(ILogger logger, DateTimeOffset end);

        [LoggerMessage(LogLevel.Warning, "Tokens could not be looked after; it is tried again in a minute. Check the store")]
        public static partial void NotLookedAfter(ILogger logger, Exception error);
    }
}
