using BotHost.Storage;
using Dapper;

namespace BotHost.Inbox;

/// <summary>What the inbox does with events that no door delivered, and with those that wait for an answer: within the transaction that ends a turn.</summary>
internal sealed partial class EventInbox
{
    /// <summary>Stores an event of the bot's own within a transaction, which then takes what it put: <see cref="TakePut"/>.</summary>
    public void Put(WriteSession session, InboundEvent added) => PutBy(session).Add(Add(session, added));

    /// <summary>Puts an event that waits for an answer back in its place, as <see cref="Put"/> does one that is new.</summary>
    public void Resume(WriteSession session, long sequence)
    {
        if (session.Row<WaitingRow>(
            $"""
            UPDATE events SET status = {(int)EventStatus.Queued}, retried_at = @now, reason = NULL
            WHERE sequence = @sequence AND status = {(int)EventStatus.Waiting} RETURNING lane AS Lane, due_at AS DueAt
            """, ("@now", Now()), ("@sequence", sequence)) is not { } row)
            return;
        lanes.Announce(session, row.Lane, 0);
        PutBy(session).Add(new EventAdded(IsNew: false, new EventPlace(row.Lane, sequence, row.DueAt, IsForLater: false)));
    }

    /// <summary>What was put since this was asked last, to be announced once the transaction is committed.</summary>
    public IReadOnlyList<EventAdded> TakePut(WriteSession session)
    {
        var put = PutBy(session);
        EventAdded[] taken = [.. put];
        put.Clear();
        return taken;
    }

    /// <summary>Ends, within a transaction, an event of the bot's own that nobody has begun and nobody wants any more.</summary>
    public void Withdraw(WriteSession session, string key, string reason) => session.Execute(
        $"UPDATE events SET status = {(int)EventStatus.Handled}, body = NULL, reason = @reason, finished_at = @now WHERE key = @key AND status = {(int)EventStatus.Queued}",
        ("@reason", reason), ("@now", Now()), ("@key", key));

    /// <summary>How an event of the bot's own stands, and its number; null where there is none, or not any more.</summary>
    public (EventStatus Status, long Sequence)? Find(string key) => database.Read(connection =>
        connection.QueryFirstOrDefault<StandingRow>("SELECT sequence AS Sequence, status AS Status FROM events WHERE key = @key", new { key })) is { } row ? ((EventStatus)row.Status, row.Sequence) : null;

    /// <summary>Lays an event aside until there is an answer to what its handler asked. Waiting costs it nothing.</summary>
    public bool Wait(WriteSession session, QueuedEvent asks, string? reason) =>
        session.Execute(
            $"""
            UPDATE events SET status = {(int)EventStatus.Waiting}, reason = @reason, is_alone = {EventAlone.Never}
            WHERE sequence = @sequence AND attempts = @attempt AND status = {(int)EventStatus.Handling}
            """,
            ("@reason", reason), ("@sequence", asks.Sequence), ("@attempt", asks.Attempt)) == 1;

    private List<EventAdded> PutBy(WriteSession session) => session.Collect<List<EventAdded>>(this, static (_, _) => { });

    private sealed class StandingRow
    {
        public long Sequence { get; init; }
        public long Status { get; init; }
    }

    private sealed class WaitingRow
    {
        public string Lane { get; init; } = "";
        public long DueAt { get; init; }
    }
}
