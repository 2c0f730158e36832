using Microsoft.Data.Sqlite;

namespace BotHost.Inbox;

/// <summary>Once an hour, drops what the inbox has kept long enough.</summary>
internal sealed partial class InboxTidier(EventInbox inbox, TimeProvider time, ILogger<InboxTidier> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hour.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                Log.Tidied(logger, await inbox.TidyAsync(stoppingToken).ConfigureAwait(false));
            }
            catch (SqliteException e)
            {
                Log.NotTidied(logger, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Tidied the inbox: {Keys} keys dropped")]
        public static partial void Tidied(ILogger logger, int keys);

        [LoggerMessage(LogLevel.Warning, "The inbox could not be tidied; it will be tried again in an hour. Check the disk")]
        public static partial void NotTidied(ILogger logger, Exception error);
    }
}
