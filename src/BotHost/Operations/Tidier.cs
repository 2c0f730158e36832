using BotHost.Access;
using BotHost.Agents;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Schedule;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>Once a minute, makes what was deleted unreadable; once an hour, deletes what has been kept long enough.</summary>
internal sealed partial class Tidier(
    Database database, EventInbox inbox, EffectOutbox outbox, StepJournal journal, CardLedger cards, ScheduleStore schedules, HookLedger hooks, AgentBudgets agents, AuditRetention audit, PersonRequests requests,
    GrantStore grants, Consents consents, IOptions<StorageOptions> options, TimeProvider time, ILogger<Tidier> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        for (var minutes = 1; await minute.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false); minutes++)
        {
            try
            {
                database.Scrub();
                if (minutes % 60 != 0)
                    continue;
                var keys = await inbox.TidyAsync(stoppingToken).ConfigureAwait(false);
                await outbox.TidyAsync(EventInbox.KeyLife, options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await journal.TidyAsync(options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await cards.TidyAsync(stoppingToken).ConfigureAwait(false);
                await schedules.TidyAsync(stoppingToken).ConfigureAwait(false);
                await hooks.TidyAsync(options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await agents.TidyAsync(options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await audit.TidyAsync(stoppingToken).ConfigureAwait(false);
                await requests.TidyAsync(EventInbox.KeyLife, stoppingToken).ConfigureAwait(false);
                await grants.TidyAsync(options.Value.KeepDeadLetters, stoppingToken).ConfigureAwait(false);
                await consents.TidyAsync(stoppingToken).ConfigureAwait(false);
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

        [LoggerMessage(LogLevel.Warning, "The store could not be tidied; it is tried again. Check the disk")]
        public static partial void NotTidied(ILogger logger, Exception error);
    }
}
