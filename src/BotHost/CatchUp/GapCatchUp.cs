using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.CatchUp;

/// <summary>Looks through one gap: first finds the rooms it concerns and holds them, then looks into each.</summary>
internal sealed partial class GapCatchUp(
    ActiveRooms active, RoomCatchUp rooms, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, BotIdentity identity, WebexTime webexTime, TimeProvider time,
    ILogger<GapCatchUp> logger)
{
    /// <summary>What is older is not run: see the keys' life in the inbox.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(7);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>How many rooms are looked through between two words about it.</summary>
    private const int Step = 100;

    /// <summary>Returns when the rooms are known.</summary>
    public async Task<GapRun> BeginAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var self = (await identity.GetAsync(cancellationToken).ConfigureAwait(false)).Id;
        var oldest = webexTime.Now - LongestGap;
        if (since < oldest)
        {
            Log.TooLong(logger, LongestGap);
            since = oldest;
        }

        var latest = await InTheEndAsync(ct => active.LatestAsync(since, ct), cancellationToken).ConfigureAwait(false);
        Log.Begins(logger, latest.Count, since);
        var progress = new Progress();
        // All at once: a room that waits for its turn to be looked through is held as well.
        var holding = latest.Select(room => lanes.HoldAsync(room.Id.Value, cancellationToken)).ToList();
        var working = latest.Zip(holding, (room, held) => LookAsync(room, held, since, self, progress, cancellationToken)).ToList();
        return new GapRun(Task.WhenAll(holding), EndAsync(since, self, latest, working, progress, cancellationToken));
    }

    private async Task EndAsync(
        DateTimeOffset since, PersonId self, List<Room> latest, List<Task> working, Progress progress, CancellationToken cancellationToken)
    {
        await Task.WhenAll(working).ConfigureAwait(false);
        var seen = latest.Select(room => room.Id).ToHashSet();
        var all = await InTheEndAsync(ct => active.AllAsync(since, ct), cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(all.Where(room => seen.Add(room.Id)).Select(room =>
            LookAsync(room, lanes.HoldAsync(room.Id.Value, cancellationToken), since, self, progress, cancellationToken))).ConfigureAwait(false);
        Log.Ends(logger, progress.Messages, progress.Rooms);
    }

    private async Task LookAsync(
        Room room, Task<Lane> holding, DateTimeOffset since, PersonId self, Progress progress, CancellationToken cancellationToken)
    {
        var news = await rooms.RunAsync(room, since, self, holding, cancellationToken).ConfigureAwait(false);
        if (progress.Add(news) % Step == 0)
            Log.GoesOn(logger, progress.Rooms, progress.Messages);
    }

    private async Task<T> InTheEndAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await ask(cancellationToken).ConfigureAwait(false);
            }
            catch (WebexException e)
            {
                Log.NotListed(logger, e, pause);
                await Task.Delay(e.RetryAfter ?? pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private sealed class Progress
    {
        private int _rooms, _messages;

        public int Rooms => _rooms;

        public int Messages => _messages;

        public int Add(int messages)
        {
            Interlocked.Add(ref _messages, messages);
            return Interlocked.Increment(ref _rooms);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Looking for what was missed in {Rooms} rooms since {Since:u}")]
        public static partial void Begins(ILogger logger, int rooms, DateTimeOffset since);

        [LoggerMessage(LogLevel.Information, "{Rooms} rooms looked through, {Messages} messages had been missed")]
        public static partial void GoesOn(ILogger logger, int rooms, int messages);

        [LoggerMessage(LogLevel.Information, "Caught up: {Messages} messages had been missed in {Rooms} rooms")]
        public static partial void Ends(ILogger logger, int messages, int rooms);

        [LoggerMessage(LogLevel.Warning, "The host was away for more than {Time}. What was said before that is not handled any more")]
        public static partial void TooLong(ILogger logger, TimeSpan time);

        [LoggerMessage(LogLevel.Warning, "Webex does not list the bot's rooms; asking again in {Pause}. Check that its token may read rooms")]
        public static partial void NotListed(ILogger logger, Exception error, TimeSpan pause);
    }
}

/// <summary>A gap that is being looked through.</summary>
/// <param name="Held">Completes when nobody works in its rooms any more.</param>
/// <param name="Ended">Completes when all that was missed is in the inbox.</param>
internal sealed record GapRun(Task Held, Task Ended);
