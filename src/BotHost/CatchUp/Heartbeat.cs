using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.CatchUp;

/// <summary>
/// Writes down every ten seconds that Webex delivers and the store takes it, so that whoever starts after this host knows since when
/// something may be missed. Where it could not for a minute, the gap is noticed here.
/// </summary>
internal sealed partial class Heartbeat(
    DoorWatermark watermark, DoorState door, RoomsGate gate, Database database, WebexTime webexTime, IHostApplicationLifetime lifetime,
    TimeProvider time, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10), Gap = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _stopped;
    private (long Monotonic, DateTimeOffset Wall)? _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The listener is closed long before it is this service's turn to stop.
        using var stopping = lifetime.ApplicationStopping.Register(() => _stopped = webexTime.Now);
        // The mark must not move before what was missed until now is owed.
        await gate.WhenOpenAsync(stoppingToken).ConfigureAwait(false);
        await door.WhenCheckedAsync(stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (door.IsDelivering && !database.IsFailing && _stopped is null)
                    await BeatAsync(webexTime.Now, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Without a beat the mark stands still, and what comes now is caught up when the store is back.
                Log.NotWritten(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (_last is null || _stopped is not { } stopped || !door.IsDelivering || database.IsFailing)
            return;
        try
        {
            await BeatAsync(stopped, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            Log.NotWritten(logger, e);
        }
        catch (OperationCanceledException)
        {
            // Told to hurry: the next start looks a little further back.
        }
    }

    private async Task BeatAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (door.TakeTurnedAway() | HasPaused())
        {
            Log.Paused(logger);
            await watermark.MissedAsync(now, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await watermark.AdvanceAsync(now, cancellationToken).ConfigureAwait(false);
        }

        _last = (time.GetTimestamp(), time.GetUtcNow());
    }

    /// <summary>By either clock: one stands still while a machine sleeps, the other can be set.</summary>
    private bool HasPaused() => _last is { } last && (time.GetElapsedTime(last.Monotonic) > Gap || time.GetUtcNow() - last.Wall > Gap);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "For a while this host may have missed what Webex delivered; it is looked for")]
        public static partial void Paused(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "That Webex delivers could not be written down; what comes meanwhile is looked through again later. Check the store")]
        public static partial void NotWritten(ILogger logger, Exception error);
    }
}
