using BotHost.Inbox;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>
/// Takes events out of the inbox and has them handled: rooms side by side, one event of a room at a time. Told to stop, it takes
/// no more; what runs may finish; the rest stays in the inbox.
/// </summary>
internal sealed partial class Dispatcher(
    EventInbox inbox, Lanes lanes, BotIdentity identity, EventRouter router, IOptions<BotHostOptions> options, ILogger<Dispatcher> logger) : BackgroundService
{
    private readonly CancellationTokenSource _giveUp = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the doors open, so that what an earlier process left comes before what is new.
        inbox.Recover();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var outOfTime = cancellationToken.Register(_giveUp.Cancel);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Nothing can be judged before we know who we are: until then all of it waits in the inbox, where a stop leaves it.
            await identity.GetAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await Task.WhenAll(Enumerable.Range(0, options.Value.Concurrency).Select(_ => WorkAsync(stoppingToken))).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        _giveUp.Dispose();
        base.Dispose();
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            string lane;
            long sequence;
            try
            {
                (lane, sequence) = await lanes.TakeAsync(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                await HandleAsync(sequence, _giveUp.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // The store's own trouble: the event keeps its row and is found again by the next start.
                Log.StoreFailed(logger, e, sequence);
            }

            lanes.Release(lane);
        }
    }

    private async Task HandleAsync(long sequence, CancellationToken giveUp)
    {
        var queued = await inbox.StartAsync(sequence, giveUp).ConfigureAwait(false);
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["Event"] = queued.Sequence, ["Attempt"] = queued.Attempt });
        Verdict verdict;
        try
        {
            verdict = await router.RouteAsync(queued, giveUp).ConfigureAwait(false);
        }
        catch (Exception) when (giveUp.IsCancellationRequested)
        {
            await inbox.ReleaseAsync(queued).ConfigureAwait(false);
            return;
        }
        catch (Exception e)
        {
            Log.Failed(logger, new UnquotedException(e), queued.Resource, queued.Event);
            verdict = Verdict.Dead(e.GetType().Name);
        }

        if (verdict.Status == EventStatus.Quarantined)
            Log.Quarantined(logger, verdict.Reason!);
        await inbox.FinishAsync(queued, verdict.Status, verdict.Reason).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An event was quarantined: {Reason}")]
        public static partial void Quarantined(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "An event of {Resource}/{Event} could not be handled and is kept as a dead letter")]
        public static partial void Failed(ILogger logger, Exception error, string resource, string @event);

        [LoggerMessage(LogLevel.Error, "Event {Sequence} could not be taken from or returned to the store; it is tried again when the host starts next")]
        public static partial void StoreFailed(ILogger logger, Exception error, long sequence);
    }
}
