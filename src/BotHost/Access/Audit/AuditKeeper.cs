using BotHost.Storage;

namespace BotHost.Access;

/// <summary>
/// Closes the calls nobody will end, as unknown: at start those of a process that is gone; on a shared store, those of a host that gives no sign
/// of life, which the host that leads sees to. A host that was only slow says later what came of its call, and that counts.
/// </summary>
internal sealed partial class AuditKeeper(
    IStoreEngine engine, Database database, Leader leader, AgentAudit audit, AuditOpen open, TimeProvider time, ILogger<AuditKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = AuditOpen.Patience / 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (engine.IsShared)
                    await database.WriteAsync(open.Beat, cancellationToken: stoppingToken).ConfigureAwait(false);
                if (leader.IsLeader)
                    await CloseAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (StoreException e)
            {
                Log.Failed(logger, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <returns>How many there were.</returns>
    internal async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        var closed = await database.WriteAsync(
            session =>
            {
                var abandoned = open.Abandoned(session);
                foreach (var number in abandoned)
                    audit.End(session, number, AuditedOutcome.Unknown);
                return abandoned;
            },
            committed: open.Forget, cancellationToken).ConfigureAwait(false);
        if (closed.Count > 0)
            Log.Closed(logger, closed.Count);
        return closed.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Calls} calls of agents stand as unknown: the host that made them is gone. See `audit list`, and look in Webex whether they happened")]
        public static partial void Closed(ILogger logger, int calls);

        [LoggerMessage(LogLevel.Debug, "The agents' open calls could not be looked over: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
