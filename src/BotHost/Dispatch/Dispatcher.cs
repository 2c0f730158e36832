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
internal sealed partial class Dispatcher(
    EventInbox inbox, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, BotIdentity identity, IdentityGuard guard, RoomsGate gate, Attempts attempts,
    IOptions<BotHostOptions> options, TimeProvider time, ILogger<Dispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(5);

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
            await gate.WhenOpenAsync(stoppingToken).ConfigureAwait(false);
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
        while (true)
        {
            Lane lane;
            try
            {
                await guard.WhenAcceptedAsync(stopping).ConfigureAwait(false);
                lane = await lanes.TakeAsync(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            NextWork? next;
            CallCondition.Require(() => lanes.IsOurs(lane));
            try
            {
                next = await attempts.RunNextAsync(lane, _giveUp.Token).ConfigureAwait(false);
            }
            catch (TurnOverException)
            {
                // Another host has the event: what this one did about it counts for nothing.
                Log.TakenOver(logger);
                next = new NextWork(0);
            }
            catch (OperationCanceledException) when (_giveUp.IsCancellationRequested)
            {
                next = new NextWork(0);
            }
            catch (Exception e)
            {
                // The store's own trouble: the event keeps its row, and its lane waits for it.
                Log.StoreFailed(logger, e, StorePause);
                next = new NextWork((time.GetUtcNow() + StorePause).ToUnixTimeMilliseconds(), IsHeld: true);
            }

            lanes.Release(lane, next);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An event was taken over by another host while this one was at it; its attempt counts for nothing")]
        public static partial void TakenOver(ILogger logger);

        [LoggerMessage(LogLevel.Error, "An event could not be taken from or returned to the store; its room goes on in {Pause}. Check the store's disk")]
        public static partial void StoreFailed(ILogger logger, Exception error, TimeSpan pause);
    }
}
