namespace BotHost.Storage;

/// <summary>
/// Tries a failing store once a second with a write of its own: a host whose readiness is red gets no work, so no other write would find out
/// that the store is back.
/// </summary>
internal sealed partial class StoreProbe(Database database, TimeProvider time, ILogger<StoreProbe> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await second.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (database.IsFailing)
                await TryAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(session => session.Execute(
                "INSERT INTO kept (name, value) VALUES ('store probe', '') ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                cancellationToken: cancellationToken).ConfigureAwait(false);
            Log.IsBack(logger);
        }
        catch (StoreException e)
        {
            Log.StillAway(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The store can be written again")]
        public static partial void IsBack(ILogger logger);

        [LoggerMessage(LogLevel.Debug, "The store still cannot be written: {Reason}")]
        public static partial void StillAway(ILogger logger, string reason);
    }
}
