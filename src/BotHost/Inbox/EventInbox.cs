using System.Security.Cryptography;
using BotHost.Storage;
using Dapper;
using Microsoft.Extensions.Options;

namespace BotHost.Inbox;

/// <summary>
/// The memory of what came in. An event is added once, whatever its door delivers; what was added stays until a handler is
/// done with it, through any crash.
/// </summary>
internal sealed partial class EventInbox(
    Database database, FreeSpace space, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, IEventOrder order, IOptions<StorageOptions> options, TimeProvider time)
{
    /// <summary>Keys are kept this long after an event is finished, so that a replayed webhook finds itself already seen.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromDays(8);

    /// <summary>Of quarantined events, those among the newest so many events are kept: somebody with the secret must not fill the disk.</summary>
    private const int MostQuarantined = 100_000;

    private const string Insert =
        """
        INSERT INTO events (key, lane, resource, event, body, status, reason, received_at, due_at, finished_at)
        VALUES (@key, @lane, @resource, @event, @body, @status, @reason, @now, @due, @finished)
        ON CONFLICT (key) DO NOTHING RETURNING sequence
        """;

    /// <summary>Stores an event and returns true, or false where it was seen before. When this returns, it is on disk.</summary>
    /// <exception cref="StoreException">There is too little room for it, or the store cannot be written.</exception>
    public async Task<bool> AddAsync(InboundEvent added, CancellationToken cancellationToken)
    {
        space.Check();
        return (await database.WriteAsync(session => Add(session, added), Announce, cancellationToken).ConfigureAwait(false)).IsNew;
    }

    /// <summary>Stores several events in one piece: all of them, or none.</summary>
    /// <returns>How many had not been seen before.</returns>
    public async Task<int> AddAsync(IReadOnlyList<InboundEvent> added, CancellationToken cancellationToken)
    {
        space.Check();
        var stored = await database.WriteAsync(
            session => added.Select(one => Add(session, one)).ToList(), all => all.ForEach(Announce), cancellationToken).ConfigureAwait(false);
        return stored.Count(one => one.IsNew);
    }

    /// <summary>Stores an event within a transaction; <see cref="Announce"/> follows once that is committed.</summary>
    public EventAdded Add(WriteSession session, InboundEvent added)
    {
        var now = Now();
        if (added.Instead is { } instead)
            return new EventAdded(AddDone(session, added, instead, now), null);
        lanes.Announce(session, added.Lane, added.DueAt ?? 0);
        // Behind what is there, also where that was written by a host whose clock is ahead, or before this one's was set back.
        var dueAt = added.DueAt ?? (now = order.Behind(session, added.Lane, now));
        if (session.Scalar(Insert,
            ("@key", added.Key), ("@lane", added.Lane), ("@resource", added.Resource), ("@event", added.Event), ("@body", added.Body),
            ("@status", (int)EventStatus.Queued), ("@reason", null), ("@now", now), ("@due", dueAt), ("@finished", null)) is long sequence)
            return new EventAdded(IsNew: true, new EventPlace(added.Lane, sequence, dueAt, IsForLater: dueAt > now));
        // Here already, by when it came in, perhaps begun by a host that is no more; where it belongs among what has only now been found is known better by who found that.
        if (added.DueAt <= now && session.Scalar(
            $"UPDATE events SET due_at = @due WHERE key = @key AND status <= {(int)EventStatus.Handling} AND due_at <= received_at RETURNING sequence",
            ("@due", dueAt), ("@key", added.Key)) is long moved)
            return new EventAdded(IsNew: false, new EventPlace(added.Lane, moved, dueAt, IsForLater: false));
        return new EventAdded(IsNew: false, null);
    }

    /// <summary>After the transaction that stored it: the event is handled when its turn comes.</summary>
    public void Announce(EventAdded stored)
    {
        if (stored.Place is not { } place)
            return;
        order.Placed([place]);
        lanes.Wake(place.Lane, place.IsForLater ? place.DueAt : 0);
    }

    /// <summary>Keeps a genuine delivery that no handler could use. The same bytes are kept once.</summary>
    public Task QuarantineAsync(byte[] body, string reason, CancellationToken cancellationToken)
    {
        space.Check();
        var now = Now();
        var key = "quarantine:" + Convert.ToHexStringLower(SHA256.HashData(body));
        return database.WriteAsync(
            session => session.Scalar(Insert,
                ("@key", key), ("@lane", ""), ("@resource", ""), ("@event", ""), ("@body", body),
                ("@status", (int)EventStatus.Quarantined), ("@reason", reason), ("@now", now), ("@due", now), ("@finished", now)),
            cancellationToken: cancellationToken);
    }

    /// <summary>Writes down that an attempt at the lane's next event starts, and returns the event; null where nothing is due.</summary>
    public async Task<QueuedEvent?> StartAsync(Lane lane, CancellationToken cancellationToken)
    {
        var now = Now();
        var started = await database.WriteAsync(session =>
        {
            if (!lanes.Confirm(session, lane))
                return null;
            if (lane.WasAbandoned)
                Interrupt(session, lane.Name);
            while (order.First(session, lane.Name, now) is { } first)
            {
                if (Begin(session, first) is { } begun)
                    return begun.ToEvent(lane);
                // Somebody ended it without its turn, as where a person was erased.
                order.Ended(lane.Name, first);
            }

            return null;
        }, cancellationToken: cancellationToken).ConfigureAwait(false);
        // This process may have stood still since it was written down: whoever has the lane now finds the event open.
        return lanes.IsOurs(lane) ? started : null;
    }

    /// <summary>
    /// Writes down, within a transaction, how an attempt ended. The attempt's number is the fence: false where another attempt has
    /// begun since, and then nothing may be written.
    /// </summary>
    public bool Finish(WriteSession session, QueuedEvent handled, EventStatus status, string? reason)
    {
        var forget = status == EventStatus.Handled && options.Value.KeepContent == TimeSpan.Zero;
        return session.Execute(
            $"""
            UPDATE events SET status = @status, reason = @reason, finished_at = @now, body = CASE WHEN @forget = 1 THEN NULL ELSE body END
            WHERE sequence = @sequence AND attempts = @attempt AND status = {(int)EventStatus.Handling}
            """,
            ("@status", (int)status), ("@reason", reason), ("@now", Now()), ("@forget", forget ? 1 : 0),
            ("@sequence", handled.Sequence), ("@attempt", handled.Attempt)) == 1;
    }

    /// <summary>Puts an event back in its place, to be tried again.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="stopped">The attempt that ended.</param>
    /// <param name="reason">Why, for operators.</param>
    /// <param name="charged">How many failures it costs the event: 0 where it was not the event's fault.</param>
    public bool Return(WriteSession session, QueuedEvent stopped, string? reason, int charged) =>
        session.Execute(
            $"""
            UPDATE events SET status = {(int)EventStatus.Queued}, failures = failures + @charged, reason = @reason
            WHERE sequence = @sequence AND attempts = @attempt AND status = {(int)EventStatus.Handling}
            """,
            ("@charged", charged), ("@reason", reason), ("@sequence", stopped.Sequence), ("@attempt", stopped.Attempt)) == 1;

    /// <summary>Writes down that an event that was interrupted once runs with nothing beside it: if the process dies now, it is to blame.</summary>
    public Task RunsAloneAsync(QueuedEvent interrupted, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(
            $"UPDATE events SET is_alone = {EventAlone.Running} WHERE sequence = @sequence AND attempts = @attempt",
            ("@sequence", interrupted.Sequence), ("@attempt", interrupted.Attempt)), cancellationToken: cancellationToken);

    /// <summary>After the transaction that ended an event.</summary>
    public void Ended(QueuedEvent handled) => order.Ended(handled.Lane.Name, handled.Sequence);

    /// <summary>When the lane has its next work, or null.</summary>
    /// <param name="session">The transaction that asks.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="ended">The event that this transaction ends.</param>
    public NextWork? Next(WriteSession session, string lane, long? ended = null) => order.Next(session, lane, ended);

    /// <summary>Fills the lanes with what an earlier process left. Called once, before the doors open.</summary>
    public void Recover()
    {
        // What is open there may be another's, at work; what was abandoned is seen to by whoever takes its lane over.
        if (lanes.IsShared)
            return;
        database.WriteAsync(session => Interrupt(session, null)).GetAwaiter().GetResult();
        // One after the other: a hundred thousand of them must not all be in hand at once.
        var lanesWithWork = new Dictionary<string, long>();
        database.Read(connection =>
        {
            order.Placed(connection.Query<OpenRow>(
                "SELECT lane, sequence, due_at AS DueAt, CASE WHEN due_at > received_at THEN 1 ELSE 0 END AS IsForLater FROM events WHERE status <= 1",
                buffered: false).Select(Place));
            return true;
        });
        foreach (var (lane, dueAt) in lanesWithWork)
            lanes.Wake(lane, dueAt);

        EventPlace Place(OpenRow row)
        {
            var place = new EventPlace(row.Lane, row.Sequence, row.DueAt, row.IsForLater == 1);
            var wake = place.IsForLater ? place.DueAt : 0;
            lanesWithWork[row.Lane] = lanesWithWork.TryGetValue(row.Lane, out var known) ? Math.Min(known, wake) : wake;
            return place;
        }
    }

    /// <summary>Drops bodies and keys whose time is over.</summary>
    /// <returns>How many keys went.</returns>
    public Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(session =>
        {
            session.Execute($"UPDATE events SET body = NULL WHERE status = {(int)EventStatus.Handled} AND body IS NOT NULL AND finished_at < @before",
                ("@before", (now - options.Value.KeepContent).ToUnixTimeMilliseconds()));
            session.Execute(
                $"""
                DELETE FROM events WHERE status > {(int)EventStatus.Handled} AND status = {(int)EventStatus.Quarantined} AND sequence <=
                    (SELECT max(sequence) FROM events WHERE status > {(int)EventStatus.Handled} AND status = {(int)EventStatus.Quarantined}) - @most
                """, ("@most", MostQuarantined));
            return session.Execute($"DELETE FROM events WHERE finished_at < @before AND status = {(int)EventStatus.Handled}",
                    ("@before", (now - KeyLife).ToUnixTimeMilliseconds()))
                + session.Execute($"DELETE FROM events WHERE finished_at < @before AND status > {(int)EventStatus.Handled}",
                    ("@before", (now - options.Value.KeepDeadLetters).ToUnixTimeMilliseconds()));
        }, cancellationToken: cancellationToken);
    }

    /// <summary>How many events stand where.</summary>
    public IReadOnlyDictionary<EventStatus, long> Count() => database.Read(connection => connection
        .Query<(long Status, long Number)>("SELECT status, count(*) FROM events GROUP BY status")
        .ToDictionary(row => (EventStatus)row.Status, row => row.Number));

    /// <summary>Writes down an event that needs no turn, and what it says instead of having one.</summary>
    private static bool AddDone(WriteSession session, InboundEvent added, Action<WriteSession> instead, long now)
    {
        instead(session);
        return session.Scalar(Insert,
            ("@key", added.Key), ("@lane", added.Lane), ("@resource", added.Resource), ("@event", added.Event), ("@body", null),
            ("@status", (int)EventStatus.Handled), ("@reason", null), ("@now", now), ("@due", now), ("@finished", now)) is not null;
    }

    // An update's key is free from now on: the next update of the same thing is news, for this one is being read already.
    private static EventRow? Begin(WriteSession session, long sequence) => session.Row<EventRow>(
        $"""
        UPDATE events SET status = {(int)EventStatus.Handling}, attempts = attempts + 1,
                          key = CASE WHEN event = 'updated' AND key NOT LIKE '%#' || sequence THEN key || '#' || sequence ELSE key END
        WHERE sequence = @sequence AND status <= {(int)EventStatus.Handling}
        RETURNING sequence, key, resource, event, body, attempts, failures, is_alone AS IsAlone, received_at AS ReceivedAt, due_at AS DueAt,
                  retried_at AS RetriedAt
        """, ("@sequence", sequence));

    /// <summary>
    /// Attempts that were open when their process ended count as interrupted, not as failed: what ran beside them may be to blame.
    /// They run again alone, and who dies alone is charged.
    /// </summary>
    private static int Interrupt(WriteSession session, string? lane)
    {
        // That it is open is said twice: by that the index is found.
        var sql =
            $"""
            UPDATE events SET status = {(int)EventStatus.Queued}, failures = failures + CASE WHEN is_alone = {EventAlone.Running} THEN {EventAlone.DeathCosts} ELSE 0 END,
                              is_alone = {EventAlone.Next}
            WHERE status <= 1 AND status = {(int)EventStatus.Handling}
            """;
        return lane is null ? session.Execute(sql) : session.Execute(sql + " AND lane = @lane", ("@lane", lane));
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
