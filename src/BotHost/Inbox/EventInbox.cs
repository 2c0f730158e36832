using System.Security.Cryptography;
using BotHost.Storage;
using Dapper;
using Microsoft.Extensions.Options;

namespace BotHost.Inbox;

/// <summary>
/// The memory of what came in. An event is added once, whatever its door delivers; what was added stays until a handler is
/// done with it, through any crash.
/// </summary>
internal sealed class EventInbox(Database database, Lanes lanes, IOptions<StorageOptions> options, TimeProvider time)
{
    /// <summary>Keys are kept this long after an event is finished, so that a replayed webhook finds itself already seen.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromDays(8);

    private const string Insert =
        """
        INSERT INTO events (key, lane, resource, event, body, status, reason, received_at, due_at, finished_at)
        VALUES ($key, $lane, $resource, $event, $body, $status, $reason, $now, $now, $finished)
        ON CONFLICT (key) DO NOTHING RETURNING sequence
        """;

    /// <summary>Stores an event and returns true, or false where it was seen before. When this returns, it is on disk.</summary>
    public async Task<bool> AddAsync(InboundEvent added, CancellationToken cancellationToken)
    {
        var now = Now();
        var sequence = await database.WriteAsync(
            session => (long?)session.Scalar(Insert,
                ("$key", added.Key), ("$lane", added.Lane), ("$resource", added.Resource), ("$event", added.Event), ("$body", added.Body),
                ("$status", (int)EventStatus.Queued), ("$reason", null), ("$now", now), ("$finished", null)),
            committed: sequence =>
            {
                if (sequence is { } number)
                    lanes.Enqueue(added.Lane, number);
            },
            cancellationToken).ConfigureAwait(false);
        return sequence is not null;
    }

    /// <summary>Keeps a genuine delivery that no handler could use. The same bytes are kept once.</summary>
    public Task QuarantineAsync(byte[] body, string reason, CancellationToken cancellationToken)
    {
        var now = Now();
        var key = "quarantine:" + Convert.ToHexStringLower(SHA256.HashData(body));
        return database.WriteAsync(
            session => session.Scalar(Insert,
                ("$key", key), ("$lane", ""), ("$resource", ""), ("$event", ""), ("$body", body),
                ("$status", (int)EventStatus.Quarantined), ("$reason", reason), ("$now", now), ("$finished", now)),
            cancellationToken: cancellationToken);
    }

    /// <summary>Writes down that a handler starts on an event, and returns the event.</summary>
    public Task<QueuedEvent> StartAsync(long sequence, CancellationToken cancellationToken) =>
        database.WriteAsync(session =>
        {
            // An update's key is free from now on: the next update of the same thing is news, for this one is being read already.
            session.Execute(
                """
                UPDATE events SET status = $status, attempts = attempts + 1,
                                  key = CASE WHEN event = 'updated' AND key NOT LIKE '%#' || sequence THEN key || '#' || sequence ELSE key END
                WHERE sequence = $sequence
                """,
                ("$status", (int)EventStatus.Handling), ("$sequence", sequence));
            var row = session.Row<EventRow>(
                "SELECT key, lane, resource, event, body, attempts FROM events WHERE sequence = $sequence", new { sequence })!;
            return new QueuedEvent(sequence, row.Key, row.Lane, row.Resource, row.Event, row.Body ?? [], (int)row.Attempts);
        }, cancellationToken: cancellationToken);

    /// <summary>Writes down how an event ended. Not cancellable: what was done is done.</summary>
    public Task FinishAsync(QueuedEvent handled, EventStatus status, string? reason)
    {
        var now = Now();
        var forget = status == EventStatus.Handled && options.Value.KeepContent == TimeSpan.Zero;
        return database.WriteAsync(session => session.Execute(
            """
            UPDATE events SET status = $status, reason = $reason, finished_at = $now,
                              body = CASE WHEN $forget THEN NULL ELSE body END
            WHERE sequence = $sequence
            """,
            ("$status", (int)status), ("$reason", reason), ("$now", now), ("$forget", forget), ("$sequence", handled.Sequence)));
    }

    /// <summary>Puts an event back in its place: its handler was stopped, not its fault.</summary>
    public Task ReleaseAsync(QueuedEvent stopped) =>
        database.WriteAsync(session => session.Execute(
            "UPDATE events SET status = $status, attempts = attempts - 1 WHERE sequence = $sequence",
            ("$status", (int)EventStatus.Queued), ("$sequence", stopped.Sequence)));

    /// <summary>Fills the lanes with what an earlier process left, in the order it arrived. Called once, before the doors open.</summary>
    public void Recover()
    {
        var open = database.Read(connection => connection.Query<(string Lane, long Sequence)>(
            "SELECT lane, sequence FROM events WHERE status <= @handling ORDER BY due_at, sequence",
            new { handling = (int)EventStatus.Handling }, buffered: false).ToList());
        foreach (var (lane, sequence) in open)
            lanes.Enqueue(lane, sequence);
    }

    /// <summary>Drops bodies and keys whose time is over.</summary>
    /// <returns>How many keys went.</returns>
    public Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keysBefore = (now - KeyLife).ToUnixTimeMilliseconds();
        var bodiesBefore = (now - options.Value.KeepContent).ToUnixTimeMilliseconds();
        return database.WriteAsync(session =>
        {
            session.Execute("UPDATE events SET body = NULL WHERE status = $handled AND body IS NOT NULL AND finished_at < $before",
                ("$handled", (int)EventStatus.Handled), ("$before", bodiesBefore));
            return session.Execute("DELETE FROM events WHERE finished_at < $before AND status = $handled",
                ("$before", keysBefore), ("$handled", (int)EventStatus.Handled));
        }, cancellationToken: cancellationToken);
    }

    /// <summary>How many events stand where.</summary>
    public IReadOnlyDictionary<EventStatus, long> Count() => database.Read(connection => connection
        .Query<(long Status, long Number)>("SELECT status, count(*) FROM events GROUP BY status")
        .ToDictionary(row => (EventStatus)row.Status, row => row.Number));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record EventRow(string Key, string Lane, string Resource, string Event, byte[]? Body, long Attempts);
}
