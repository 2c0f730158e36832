using BotHost.Storage;

namespace BotHost.Inbox;

/// <summary>The order as the store has it, for a store that several hosts write.</summary>
internal sealed class StoredOrder : IEventOrder
{
    /// <inheritdoc/>
    public long? First(WriteSession session, string lane, long now) => (long?)session.Scalar(
        "SELECT sequence FROM events WHERE lane = @lane AND status <= 1 AND (due_at <= @now OR due_at <= received_at) ORDER BY due_at, sequence LIMIT 1",
        ("@lane", lane), ("@now", now));

    /// <inheritdoc/>
    public NextWork? Next(WriteSession session, string lane, long? ended) =>
        session.Scalar("SELECT min(CASE WHEN due_at <= received_at THEN 0 ELSE due_at END) FROM events WHERE lane = @lane AND status <= 1", ("@lane", lane))
            is long due ? new NextWork(due) : null;

    /// <inheritdoc/>
    public long Behind(WriteSession session, string lane, long now) => session.Scalar(
        "SELECT due_at FROM events WHERE lane = @lane AND status <= 1 AND due_at <= received_at ORDER BY due_at DESC LIMIT 1", ("@lane", lane))
            is long last ? Math.Max(last, now) : now;

    /// <inheritdoc/>
    public void Placed(IEnumerable<EventPlace> places)
    {
        // The store knows.
    }

    /// <inheritdoc/>
    public void Ended(string lane, long sequence)
    {
        // The store knows.
    }
}
