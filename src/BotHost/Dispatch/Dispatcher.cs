using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>
/// Takes events out of the inbox and has them handled: rooms side by side, one event of a room at a time. Told to stop, it takes
/// no more; what runs may finish; the rest stays in the inbox.
/// </summary>
internal sealed partial class Dispatcher : BackgroundService
{
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(5);

    private readonly EventInbox _inbox;
    private readonly ILanes _lanes;
    private readonly BotIdentity _identity;
    private readonly RoomsGate _gate;
    private readonly Attempts _attempts;
    private readonly int _concurrency;
    private readonly TimeProvider _time;
    private readonly ILogger<Dispatcher> _logger;
    private readonly LaneWorkers _workers;

    public Dispatcher(
        EventInbox inbox, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, BotIdentity identity, IdentityGuard guard, RoomsGate gate, Attempts attempts,
        IOptions<BotHostOptions> options, TimeProvider time, ILogger<Dispatcher> logger)
    {
        (_inbox, _lanes, _identity, _gate, _attempts) = (inbox, lanes, identity, gate, attempts);
        (_concurrency, _time, _logger) = (options.Value.Concurrency, time, logger);
        _workers = new LaneWorkers(lanes, guard.WhenAcceptedAsync, RunNextAsync);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the doors open, so that what an earlier process left comes before what is new.
        _inbox.Recover();
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken) => _workers.StopAsync(base.StopAsync, cancellationToken);

    public override void Dispose()
    {
        _workers.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Nothing can be judged before we know who we are: until then all of it waits in the inbox, where a stop leaves it.
            await _identity.GetAsync(stoppingToken).ConfigureAwait(false);
            await _gate.WhenOpenAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await _workers.RunAsync(_concurrency, stoppingToken).ConfigureAwait(false);
    }

    private async Task<NextWork?> RunNextAsync(Lane lane, CancellationToken giveUp)
    {
        CallCondition.Require(() => _lanes.IsOurs(lane));
        try
        {
            return await _attempts.RunNextAsync(lane, giveUp).ConfigureAwait(false);
        }
        catch (TurnOverException)
        {
            // Another host has the event: what this one did about it counts for nothing.
            Log.TakenOver(_logger);
            return new NextWork(0);
        }
        catch (Exception e) when (giveUp.IsCancellationRequested)
        {
            if (e is not OperationCanceledException)
                Log.LeftOpen(_logger, e.Message);
            return new NextWork(0);
        }
        catch (Exception e)
        {
            // The store's own trouble: the event keeps its row, and its lane waits for it.
            Log.StoreFailed(_logger, e, StorePause);
            return new NextWork((_time.GetUtcNow() + StorePause).ToUnixTimeMilliseconds(), IsHeld: true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An event was taken over by another host while this one was at it; its attempt counts for nothing")]
        public static partial void TakenOver(ILogger logger);

        [LoggerMessage(LogLevel.Information, "An event was given up as the host stopped, and that could not be written down ({Reason}); whoever works next goes on with it")]
        public static partial void LeftOpen(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "An event could not be taken from or returned to the store; its room goes on in {Pause}. Check the store's disk")]
        public static partial void StoreFailed(ILogger logger, Exception error, TimeSpan pause);
    }
}
