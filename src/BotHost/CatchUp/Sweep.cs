using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.CatchUp;

/// <summary>
/// Looks now and then for messages whose delivery was lost on the way, of which nobody learns otherwise. What it finds is handled
/// behind what came since: no room is kept waiting for a loss that is most likely none.
/// </summary>
internal sealed partial class Sweep(
    ActiveRooms active, RoomCatchUp rooms, Leader leader, BotIdentity identity, WebexTime webexTime, IOptions<CatchUpOptions> options, TimeProvider time,
    ILogger<Sweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.SweepEvery is not { Ticks: > 0 } interval)
            return;
        using var timer = new PeriodicTimer(interval, time);
        var since = webexTime.Now;
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (!leader.IsLeader)
            {
                // Whoever leads looks; where that one is gone, this host goes on from about there.
                since = webexTime.Now - interval;
                continue;
            }

            try
            {
                // What is delivered late is not lost: the last minute is left to the next sweep.
                var until = webexTime.Now - (interval < DoorWatermark.Margin ? interval : DoorWatermark.Margin);
                await SweepAsync(since - DoorWatermark.Margin, until, stoppingToken).ConfigureAwait(false);
                since = until;
            }
            catch (Exception e) when (e is WebexException or StoreException)
            {
                Log.PutOff(logger, e);
            }
        }
    }

    private async Task SweepAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var self = (await identity.GetAsync(cancellationToken).ConfigureAwait(false)).Id;
        var news = 0;
        foreach (var room in await active.LatestAsync(since, cancellationToken).ConfigureAwait(false))
            news += await rooms.LookAsync(room, since, until, self, cancellationToken).ConfigureAwait(false);
        if (news > 0)
            Log.Found(logger, news);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Webex had not delivered {Messages} messages; they were found in a sweep. Check what stands between Webex and BotHost:PublicUrl")]
        public static partial void Found(ILogger logger, int messages);

        [LoggerMessage(LogLevel.Information, "The sweep for lost deliveries is put off to the next time")]
        public static partial void PutOff(ILogger logger, Exception error);
    }
}
