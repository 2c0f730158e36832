using BotHost.Storage;
using BotHost.Webex;
using Dapper;

namespace BotHost.Journal;

/// <summary>The memory of what running handlers did and were told.</summary>
internal sealed class StepJournal(Database database, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, WebexTime webexTime, TimeProvider time)
{
    /// <summary>Opens the journal of an attempt, with what earlier attempts recorded.</summary>
    /// <param name="event">The event's number.</param>
    /// <param name="attempt">The attempt's number, which fences.</param>
    /// <param name="lane">The lane it was taken from: nothing is done in it any more once that is another's.</param>
    /// <param name="settleTime">How long after a call whose outcome is not known what it did can be seen.</param>
    /// <param name="isNew">Whether the handler has not run before, so that nothing is recorded.</param>
    public TurnJournal Open(long @event, int attempt, Lane lane, TimeSpan settleTime, bool isNew)
    {
        var recorded = isNew ? new Dictionary<int, RecordedStep>() : database.Read(connection => connection.Query<Row>(
            """
            SELECT number AS Number, name AS Name, fingerprint AS Fingerprint, began_at AS BeganAt, settled_at AS SettledAt, result AS Result
            FROM steps WHERE event = @event
            """, new { @event }).ToDictionary(row => (int)row.Number, row => row.ToStep()));
        return new TurnJournal(database, webexTime, time, settleTime, @event, attempt, () => lanes.IsOurs(lane), recorded);
    }

    /// <summary>Whether some step brought this into being.</summary>
    public bool IsClaimed(string subject) => database.Read(connection =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM steps WHERE subject = @subject", new { subject })) > 0;

    /// <summary>Forgets reads of one name that were recorded, so that the next run of the handler reads anew.</summary>
    public Task ForgetReadsAsync(long @event, int attempt, string name, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        TurnFence.Check(session, @event, attempt);
        return session.Execute("DELETE FROM steps WHERE event = @event AND name = @name AND began_at IS NULL", ("@event", @event), ("@name", name));
    }, cancellationToken: cancellationToken);

    /// <summary>Drops what is too old to be asked for, and what an event left that ended otherwise than by its handler.</summary>
    public Task TidyAsync(TimeSpan life, CancellationToken cancellationToken)
    {
        const string Over = "NOT EXISTS (SELECT 1 FROM events WHERE events.sequence = steps.event AND events.status <> 2)";
        var before = (time.GetUtcNow() - life).ToUnixTimeMilliseconds();
        return database.WriteAsync(session =>
            session.Execute("DELETE FROM steps WHERE ended_at < @before AND NOT EXISTS (SELECT 1 FROM questions WHERE questions.event = steps.event)", ("@before", before))
                + session.Execute($"DELETE FROM steps WHERE subject IS NULL AND {Over}")
                + session.Execute($"UPDATE steps SET result = NULL WHERE result IS NOT NULL AND {Over}"),
            cancellationToken: cancellationToken);
    }

    private sealed class Row
    {
        public long Number { get; init; }
        public string Name { get; init; } = "";
        public string Fingerprint { get; init; } = "";
        public long? BeganAt { get; init; }
        public long? SettledAt { get; init; }
        public byte[]? Result { get; init; }

        public RecordedStep ToStep() => new((int)Number, Name, Fingerprint, BeganAt, SettledAt, Result);
    }
}
