using System.Collections.Concurrent;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.CatchUp;

/// <summary>
/// The third door: what was said while nobody listened. The host that leads looks through every gap that is owed, from before its own
/// start too, and lets rooms be worked in once it is known which to hold.
/// </summary>
internal sealed partial class CatchUpService(
    GapCatchUp gaps, DoorWatermark watermark, DoorState door, RoomsGate gate, Leader leader, BotIdentity identity, WebexTime webexTime, TimeProvider time,
    ILogger<CatchUpService> logger) : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Poll = TimeSpan.FromSeconds(10), StorePause = TimeSpan.FromSeconds(5);

    /// <summary>How many seconds rooms wait to be known once Webex says who we are.</summary>
    private const int Patience = 30;

    /// <summary>Gaps that are being looked through.</summary>
    private readonly ConcurrentDictionary<string, bool> _begun = [];

    /// <summary>Completes when the rooms of all these gaps are held.</summary>
    private Task _held = Task.CompletedTask;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(LeadAsync(stoppingToken), OpenInTheEndAsync(stoppingToken));

    private async Task LeadAsync(CancellationToken stopping)
    {
        while (true)
        {
            await leader.WhenLeaderAsync(stopping).ConfigureAwait(false);
            // What is said after the rooms are listed must come by itself.
            await door.WhenCheckedAsync(stopping).ConfigureAwait(false);
            await GuardedAsync(() => watermark.MissedAsync(webexTime.Now, TimeSpan.Zero, stopping), stopping).ConfigureAwait(false);
            while (leader.IsLeader)
            {
                await GuardedAsync(() => BeginOwedAsync(stopping), stopping).ConfigureAwait(false);
                await watermark.WhenMissedAsync(Poll, time, stopping).ConfigureAwait(false);
            }
        }
    }

    private async Task BeginOwedAsync(CancellationToken stopping)
    {
        var owed = watermark.Owed().Where(gap => !_begun.ContainsKey(gap.Key)).ToList();
        if (owed.Count > 0)
        {
            var run = await gaps.BeginAsync(owed.Min(gap => gap.Value), stopping).ConfigureAwait(false);
            foreach (var gap in owed)
                _begun[gap.Key] = true;
            _ = SettleAsync([.. owed.Select(gap => gap.Key)], run.Ended, stopping);
            _held = _held.IsCompleted ? run.Held : Task.WhenAll(_held, run.Held);
            if (!gate.IsOpen)
                await run.Held.ConfigureAwait(false);
        }

        gate.Open();
        if (_held.IsCompletedSuccessfully)
            leader.LetOthersWork();
    }

    private async Task SettleAsync(string[] owed, Task ended, CancellationToken stopping)
    {
        try
        {
            await ended.ConfigureAwait(false);
            await watermark.SettleAsync(owed, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Owed still: the next start looks through it again.
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, Poll);
            foreach (var gap in owed)
                _begun.TryRemove(gap, out _);
        }
    }

    private async Task GuardedAsync(Func<Task> work, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                Log.Failed(logger, e, StorePause);
                await Task.Delay(StorePause, time, stopping).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Rooms are not kept waiting for ever: where another host leads, until it lets others work; else until patience ends.</summary>
    private async Task OpenInTheEndAsync(CancellationToken stopping)
    {
        await identity.GetAsync(stopping).ConfigureAwait(false);
        for (var waited = 0; !gate.IsOpen; waited++)
        {
            if (waited > Patience && leader.IsLeader)
                Log.NotKnownInTime(logger);
            else if (waited > Patience)
                Log.NotLetInTime(logger);
            if (waited > Patience || (!leader.IsLeader && await MayWorkAsync(stopping).ConfigureAwait(false)))
                gate.Open();
            else
                await Task.WhenAny(gate.WhenOpenAsync(stopping), Task.Delay(Second, time, stopping)).ConfigureAwait(false);
            stopping.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> MayWorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await leader.MayOthersWorkAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Who keeps the store tells of it; asked again in a second.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What was missed could not be looked for; again in {Pause}. Check the store")]
        public static partial void Failed(ILogger logger, Exception error, TimeSpan pause);

        [LoggerMessage(LogLevel.Warning, "Webex has not said in time in which rooms something was missed. All are open; what was missed is handled behind what came since")]
        public static partial void NotKnownInTime(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "No host that leads has let this one begin in time. It begins; what was missed may be handled behind what came since")]
        public static partial void NotLetInTime(ILogger logger);
    }
}
