using BotHost.Access;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>Once an hour, drops what has been kept long enough.</summary>
internal sealed partial class Tidier(
    EventInbox inbox, EffectOutbox outbox, StepJournal journal, CardLedger cards, IOptions<StorageOptions> options, TimeProvider time, ILogger<Tidier> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hour.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                var keys = await inbox.TidyAsync(stoppingToken).ConfigureAwait(false);
                await outbox.TidyAsync(EventInbox.KeyLife, options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await journal.TidyAsync(options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await cards.TidyAsync(stoppingToken).ConfigureAwait(false);
                Log.Tidied(logger, keys);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.NotTidied(logger, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Tidied the store: {Keys} keys dropped")]
        public static partial void Tidied(ILogger logger, int keys);

        [LoggerMessage(LogLevel.Warning, "The store could not be tidied; it will be tried again in an hour. Check the disk")]
        public static partial void NotTidied(ILogger logger, Exception error);
    }
}
