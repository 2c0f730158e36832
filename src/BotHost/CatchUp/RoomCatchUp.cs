using System.Net;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Webex;

namespace BotHost.CatchUp;

/// <summary>
/// Puts what was missed in one room into the inbox, before what came since: nobody works in the room meanwhile. A room that Webex does
/// not give waits by itself, and is opened again when that takes long.
/// </summary>
internal sealed partial class RoomCatchUp(
    WebexClient webex, EventInbox inbox, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, IdentityGuard guard, WebexTime webexTime, TimeProvider time,
    ILogger<RoomCatchUp> logger)
{
    private const int Rooms = 8, LargestPage = ListLimits.Mentions, LargestWrite = 500;

    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2), LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Webex's clock is read to the second, so a place computed with it may be that late, as a rule.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _budget = new(Rooms, Rooms);

    /// <summary>Looks through a room, as long as it takes.</summary>
    /// <param name="room">The room.</param>
    /// <param name="since">From when on, by Webex's time.</param>
    /// <param name="self">The bot's own person.</param>
    /// <param name="holding">The room's lane, under way or taken; it is given back here.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many messages were news.</returns>
    public async Task<int> RunAsync(Room room, DateTimeOffset since, PersonId self, Task<Lane> holding, CancellationToken cancellationToken)
    {
        Lane? held = await holding.ConfigureAwait(false);
        var began = time.GetTimestamp();
        try
        {
            for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                try
                {
                    return await OnceAsync(room, since, DateTimeOffset.MaxValue, self, cancellationToken).ConfigureAwait(false);
                }
                catch (WebexException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                {
                    // The bot has left, or the room is gone.
                    return 0;
                }
                catch (Exception e) when (e is WebexException or StoreException)
                {
                    if (e is WebexException { Status: HttpStatusCode.Unauthorized })
                        guard.Refuse();
                    if (held is { } tooLong && time.GetElapsedTime(began) > LongestHold)
                    {
                        Log.GivenBack(logger, e, LongestHold);
                        lanes.Release(tooLong, Now);
                        held = null;
                    }

                    await Task.Delay((e as WebexException)?.RetryAfter ?? pause, time, cancellationToken).ConfigureAwait(false);
                    await guard.WhenAcceptedAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            if (held is { } lane)
                lanes.Release(lane, Now);
        }
    }

    /// <summary>Looks into a room once, while others work in it.</summary>
    /// <returns>How many messages were news.</returns>
    public async Task<int> LookAsync(Room room, DateTimeOffset since, DateTimeOffset until, PersonId self, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(room, since, until, self, cancellationToken).ConfigureAwait(false);
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            // The bot has left meanwhile.
            return 0;
        }
    }

    private static NextWork Now => new(DueAt: 0);

    private async Task<int> OnceAsync(Room room, DateTimeOffset since, DateTimeOffset until, PersonId self, CancellationToken cancellationToken)
    {
        await _budget.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var missed = await ListAsync(room, since, until, self, cancellationToken).ConfigureAwait(false);
            var news = 0;
            foreach (var some in missed.Chunk(LargestWrite))
                news += await inbox.AddAsync(some, cancellationToken).ConfigureAwait(false);
            return news;
        }
        finally
        {
            _budget.Release();
        }
    }

    /// <summary>What others said to the bot since then, oldest first.</summary>
    private async Task<List<InboundEvent>> ListAsync(Room room, DateTimeOffset since, DateTimeOffset until, PersonId self, CancellationToken cancellationToken)
    {
        // Whatever is said after this list comes in later than now: the last of the list must not stand behind it.
        var now = time.GetUtcNow();
        var here = now - webexTime.Now - Reading;
        var next = now.ToUnixTimeMilliseconds();
        var missed = new List<InboundEvent>();
        var listed = webex.Bulk.Messages.ListAsync(
            room.Id, mentionedPeople: room.Type == RoomType.Direct ? null : self, max: LargestPage, cancellationToken: cancellationToken);
        await foreach (var message in listed.ConfigureAwait(false))
        {
            if (message.Created < since)
                break;
            if (message.PersonId == self || message.Created > until)
                continue;
            // Where it belongs by the clock; but however wrong that is read, each before the one that was said after it.
            next = message.Created is { } created ? Math.Min((created + here).ToUnixTimeMilliseconds(), next - 1) : next - 1;
            if (MissedMessage.ToEvent(message, self, next) is { } one)
                missed.Add(one);
        }

        missed.Reverse();
        return missed;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Webex has not said for {Time} what was missed in a room. It is open again; what was missed is handled when Webex says it, "
            + "behind what came since")]
        public static partial void GivenBack(ILogger logger, Exception error, TimeSpan time);
    }
}
