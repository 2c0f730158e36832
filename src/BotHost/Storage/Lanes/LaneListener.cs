using Npgsql;

namespace BotHost.Storage;

/// <summary>Hears other hosts call for help on a shared store. Without it, work they cannot take is found within a second.</summary>
internal sealed partial class LaneListener(IStoreEngine engine, LaneBell bell, LeaseTimes times, TimeProvider time, ILogger<LaneListener> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (engine.IsShared && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(logger, e.Message);
                await Task.Delay(times.Poll, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)engine.Open();
        await using (var listen = new NpgsqlCommand("LISTEN " + LaneKeeper.Channel, connection))
            await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
            bell.Ring();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Other hosts cannot be heard ({Reason}); tried again each second")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
