namespace BotHost.Storage;

/// <summary>
/// Once a minute, has lanes made for work that has none, on a shared store: left by a version that kept none, or lost. The host that
/// leads does it; done twice it does nothing.
/// </summary>
internal sealed partial class LaneSweep(IStoreEngine engine, Database database, Leader leader, TimeProvider time, ILogger<LaneSweep> logger) : BackgroundService
{
    private const string Sweep =
        $"""
        INSERT INTO lanes (name, due_at)
        SELECT name, 0 FROM (
            SELECT '{LaneSet.Inbox}:' || lane AS name FROM events WHERE status <= 1
            UNION SELECT '{LaneSet.Outbox}:' || target FROM effects WHERE state <= 1) AS open
        WHERE NOT EXISTS (SELECT FROM lanes WHERE lanes.name = open.name)
        ORDER BY name
        ON CONFLICT (name) DO NOTHING
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!engine.IsShared)
            return;
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            await leader.WhenLeaderAsync(stoppingToken).ConfigureAwait(false);
            try
            {
                if (await database.WriteAsync(session => session.Execute(Sweep), cancellationToken: stoppingToken).ConfigureAwait(false) is var found and > 0)
                    Log.Found(logger, found);
            }
            catch (StoreException e)
            {
                Log.Failed(logger, e.Message);
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Lanes} lanes had work that nobody knew of")]
        public static partial void Found(ILogger logger, int lanes);

        [LoggerMessage(LogLevel.Debug, "The lanes could not be swept: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
