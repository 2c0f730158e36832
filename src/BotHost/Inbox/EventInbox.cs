using System.Security.Cryptography;
using BotHost.Storage;
using Dapper;
using Microsoft.Extensions.Options;

namespace BotHost.Inbox;

/// <summary>
/// The memory of what came in. An event is added once, whatever its door delivers; what was added stays until a handler is
/// done with it, through any crash.
/// </summary>
internal sealed class EventInbox(
    Database database, FreeSpace space, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, IOptions<StorageOptions> options, TimeProvider time)
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

    private const string Last = "SELECT due_at FROM events WHERE lane = @lane AND status <= 1 AND due_at <= received_at ORDER BY due_at DESC LIMIT 1";

    /// <summary>Where the lane goes on: its first event, by due time and then by arrival.</summary>
    private const string First =
        "SELECT sequence FROM events WHERE lane = @lane AND status <= 1 AND (due_at <= @now OR due_at <= received_at) ORDER BY due_at, sequence LIMIT 1";

    /// <summary>What is not meant for later is due at once, though the clock may have been set back since it came.</summary>
    private const string Due = "CASE WHEN due_at <= received_at THEN 0 ELSE due_at END";

    /// <summary>Stores an event and returns true, or false where it was seen before. When this returns, it is on disk.</summary>
    /// <exception cref="StoreException">There is too little room for it, or the store cannot be written.</exception>
    public async Task<bool> AddAsync(InboundEvent added, CancellationToken cancellationToken)
    {
        space.Check();
        var now = Now();
        var sequence = await database.WriteAsync(
            session => Add(session, added, now), sequence => Announce(added, sequence), cancellationToken).ConfigureAwait(false);
        return sequence is not null;
    }

    /// <summary>Stores several events in one piece: all of them, or none.</summary>
    /// <returns>How many had not been seen before.</returns>
    public Task<int> AddAsync(IReadOnlyList<InboundEvent> added, CancellationToken cancellationToken)
    {
        space.Check();
        var now = Now();
        return database.WriteAsync(
            session => added.Count(one => Add(session, one, now) is not null),
            _ =>
            {
                foreach (var one in added)
                    lanes.Wake(one.Lane, one.DueAt ?? 0);
            },
            cancellationToken);
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
            // An update's key is free from now on: the next update of the same thing is news, for this one is being read already.
            return session.Row<EventRow>(
                $"""
                UPDATE events SET status = {(int)EventStatus.Handling}, attempts = attempts + 1,
                                  key = CASE WHEN event = 'updated' AND key NOT LIKE '%#' || sequence THEN key || '#' || sequence ELSE key END
                WHERE sequence = ({First})
                RETURNING sequence, key, resource, event, body, attempts, failures, is_alone AS IsAlone, received_at AS ReceivedAt,
                          retried_at AS RetriedAt
                """, ("@lane", lane.Name), ("@now", now))?.ToEvent(lane);
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

    /// <summary>When the lane has its next work, or null.</summary>
    public NextWork? Next(WriteSession session, string lane) =>
        session.Scalar($"SELECT min({Due}) FROM events WHERE lane = @lane AND status <= 1", ("@lane", lane)) is long due ? new NextWork(due) : null;

    /// <summary>Fills the lanes with what an earlier process left. Called once, before the doors open.</summary>
    public void Recover()
    {
        // What is open there may be another's, at work; what was abandoned is seen to by whoever takes its lane over.
        if (lanes.IsShared)
            return;
        database.WriteAsync(session => Interrupt(session, null)).GetAwaiter().GetResult();
        var open = database.Read(connection => connection.Query<(string Lane, long DueAt)>(
            $"SELECT lane, min({Due}) FROM events WHERE status <= 1 GROUP BY lane").ToList());
        foreach (var (lane, dueAt) in open)
            lanes.Wake(lane, dueAt);
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
                DELETE FROM events WHERE status = {(int)EventStatus.Quarantined} AND sequence <=
                    (SELECT max(sequence) FROM events WHERE status = {(int)EventStatus.Quarantined}) - @most
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

    private long? Add(WriteSession session, InboundEvent added, long now)
    {
        var dueAt = added.DueAt ?? now;
        lanes.Announce(session, added.Lane, added.DueAt ?? 0);
        // Behind what is there, also where that was written by a host whose clock is ahead, or before this one's was set back.
        if (added.DueAt is null && session.Scalar(Last, ("@lane", added.Lane)) is long last && last > now)
            dueAt = now = last;
        var sequence = (long?)session.Scalar(Insert,
            ("@key", added.Key), ("@lane", added.Lane), ("@resource", added.Resource), ("@event", added.Event), ("@body", added.Body),
            ("@status", (int)EventStatus.Queued), ("@reason", null), ("@now", now), ("@due", dueAt), ("@finished", null));
        // Here already, by when it came in, perhaps begun by a host that is no more; where it belongs among what has only now been found is known better by who found that.
        if (sequence is null && added.DueAt <= now)
            session.Execute($"UPDATE events SET due_at = @due WHERE key = @key AND status <= {(int)EventStatus.Handling} AND due_at <= received_at",
                ("@due", dueAt), ("@key", added.Key));
        return sequence;
    }

    private void Announce(InboundEvent added, long? sequence)
    {
        if (sequence is not null)
            lanes.Wake(added.Lane, added.DueAt ?? 0);
    }

    /// <summary>
    /// Attempts that were open when their process ended count as interrupted, not as failed: what ran beside them may be to blame.
    /// They run again alone, and who dies alone is charged.
    /// </summary>
    private static int Interrupt(WriteSession session, string? lane) => session.Execute(
        $"""
        UPDATE events SET status = {(int)EventStatus.Queued},
                          failures = failures + CASE WHEN is_alone = {EventAlone.Running} THEN {EventAlone.DeathCosts} ELSE 0 END,
                          is_alone = {EventAlone.Next}
        WHERE status = {(int)EventStatus.Handling} AND lane = COALESCE(@lane, lane)
        """, ("@lane", lane));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed class EventRow
    {
        public long Sequence { get; init; }
        public string Key { get; init; } = "";
        public string Resource { get; init; } = "";
        public string Event { get; init; } = "";
        public byte[]? Body { get; init; }
        public long Attempts { get; init; }
        public long Failures { get; init; }
        public long IsAlone { get; init; }
        public long ReceivedAt { get; init; }
        public long? RetriedAt { get; init; }

        public QueuedEvent ToEvent(Lane taken) =>
            new(Sequence, Key, taken, Resource, Event, Body ?? [], (int)Attempts, (int)Failures, IsAlone != EventAlone.Never, ReceivedAt, RetriedAt);
    }
}
