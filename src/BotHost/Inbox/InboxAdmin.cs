using System.Data.Common;
using BotHost.Storage;
using Dapper;

namespace BotHost.Inbox;

/// <summary>An event as operators see it: everything but what it says.</summary>
internal sealed record EventFacts
{
    public long Sequence { get; init; }
    public string Key { get; init; } = "";
    public string Lane { get; init; } = "";
    public string Resource { get; init; } = "";
    public string Event { get; init; } = "";
    public long Status { get; init; }
    public long Attempts { get; init; }
    public long Failures { get; init; }
    public string? Reason { get; init; }
    public long ReceivedAt { get; init; }
    public long DueAt { get; init; }
    public long? FinishedAt { get; init; }
    public long? RetriedAt { get; init; }

    /// <summary>How many bytes of body are kept; null where it is gone.</summary>
    public long? BodyLength { get; init; }

    public EventStatus State => (EventStatus)Status;

    /// <summary>Whether it waits for a person to decide.</summary>
    public bool IsLaidAside => State is EventStatus.Quarantined or EventStatus.Dead;
}

/// <summary>What operators ask of the inbox and do to it.</summary>
internal static class InboxAdmin
{
    private const string Facts =
        """
        SELECT sequence AS Sequence, key AS Key, lane AS Lane, resource AS Resource, event AS Event, status AS Status, attempts AS Attempts,
               failures AS Failures, reason AS Reason, received_at AS ReceivedAt, due_at AS DueAt, finished_at AS FinishedAt,
               retried_at AS RetriedAt, CAST(length(body) AS bigint) AS BodyLength
        FROM events
        """;

    /// <summary>The newest events, of one state and room where they are given.</summary>
    public static IReadOnlyList<EventFacts> List(DbConnection connection, EventStatus? state, string? room, int limit) =>
    [
        .. connection.Query<EventFacts>(
            $"{Facts} WHERE (@any = 1 OR status = @state) AND (@room = '' OR lane = @room) ORDER BY sequence DESC LIMIT @limit",
            new { any = state is null ? 1 : 0, state = (long)(state ?? 0), room = room ?? "", limit }),
    ];

    /// <summary>How many events stand where, and since when the oldest open one waits.</summary>
    public static (IReadOnlyDictionary<EventStatus, long> Counts, long? OldestOpen) Stats(DbConnection connection) =>
    (
        connection.Query<(long Status, long Count)>("SELECT status, count(*) FROM events GROUP BY status").ToDictionary(row => (EventStatus)row.Status, row => row.Count),
        connection.ExecuteScalar<long?>("SELECT min(received_at) FROM events WHERE status <= 1")
    );

    public static EventFacts? Find(WriteSession session, long sequence) =>
        session.Row<EventFacts>($"{Facts} WHERE sequence = @sequence", ("@sequence", sequence));

    /// <summary>Puts an event that was laid aside back to work, behind what waits in its lane. Returns its place, or what stands in the way.</summary>
    public static (EventPlace? Place, string? Problem) Retry(WriteSession session, EventFacts found, long now)
    {
        var body = session.Scalar("SELECT body FROM events WHERE sequence = @sequence", ("@sequence", found.Sequence)) as byte[];
        if (body is null)
            return (null, $"The body of event {found.Sequence} is gone, so there is nothing to run. Discard it: inbox discard {found.Sequence}");
        var (envelope, problem) = EventEnvelope.Read(body);
        if (envelope is null)
            return (null, $"Event {found.Sequence} cannot be read by this version either. {problem}");

        // What the door could not read has no key and lane of its own yet.
        var (key, lane) = found.Lane == "" ? (envelope.Key, envelope.Lane) : (found.Key, found.Lane);
        if (session.Scalar("SELECT sequence FROM events WHERE key = @key AND sequence <> @sequence", ("@key", key), ("@sequence", found.Sequence)) is long other)
            return (null, $"Event {found.Sequence} arrived once more as event {other}. Discard this one: inbox discard {found.Sequence}");
        session.Execute(
            """
            UPDATE events SET status = @queued, key = @key, lane = @lane, resource = @resource, event = @event, failures = 0,
                              is_alone = 0, reason = NULL, due_at = @now, retried_at = @now, finished_at = NULL
            WHERE sequence = @sequence AND status > @handled AND status <> @waiting
            """,
            ("@queued", (long)EventStatus.Queued), ("@handled", (long)EventStatus.Handled), ("@waiting", (long)EventStatus.Waiting), ("@key", key), ("@lane", lane), ("@resource", envelope.Resource), ("@event", envelope.Event),
            ("@now", now), ("@sequence", found.Sequence));
        return (new EventPlace(lane, found.Sequence, now, IsForLater: true), null);
    }

    /// <summary>Ends an event that was laid aside. Its body goes; its key stays as long as any other, so that it is not new when it is delivered again.</summary>
    public static void Discard(WriteSession session, long sequence, long now) => session.Execute(
        $"UPDATE events SET status = {(int)EventStatus.Handled}, body = NULL, reason = 'Discarded by an operator.', finished_at = @now "
            + $"WHERE sequence = @sequence AND status IN ({(int)EventStatus.Quarantined}, {(int)EventStatus.Dead})",
        ("@now", now), ("@sequence", sequence));
}
