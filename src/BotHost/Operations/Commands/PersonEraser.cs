using System.Text;
using BotHost.Access;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Schedule;
using BotHost.State;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>What was removed of a person, and how much of it waits because it is under way, or somebody else's open event needs it.</summary>
/// <param name="Elsewhere">How many values remembered of rooms, of others and of the bot itself name the person.</param>
internal sealed record Erasure(int Bodies, int Keys, int Effects, int Steps, int Cards, int Spaces, int States, int Schedules, int Agents, int Grants, int Elsewhere, int Waiting);

/// <summary>Takes a person out of every table, in the transaction of a session. Own messages, lanes and what is kept name nobody.</summary>
internal static class PersonEraser
{
    public static Erasure Erase(WriteSession session, string person, long now)
    {
        var events = session.Rows<EventRow>("SELECT sequence AS Sequence, resource AS Resource, status AS Status, body AS Body FROM events WHERE body IS NOT NULL")
            .Select(e => (Event: e, Trace: PersonTraces.In(e.Body, person)))
            .Where(e => e.Trace != PersonTrace.None).ToList();
        // What is being handled, and what is somebody else's and still to be handled, is handled first.
        var gone = events.Where(e => !e.Event.IsOpen || (e.Trace == PersonTrace.Theirs && e.Event.Stands != EventStatus.Handling))
            .Where(e => EraseBody(session, e.Event, now)).ToList();
        var theirs = gone.Where(e => e.Trace == PersonTrace.Theirs).Select(e => e.Event).ToList();

        QuestionRows.Erase(session, person);
        Consents.Erase(session, person);
        var keys = theirs.Sum(e => EraseKey(session, e));
        var effects = theirs.Sum(e => session.Execute(
            $"DELETE FROM effects WHERE event = @event AND state <> {(int)EffectState.Begun}", ("@event", e.Sequence)));
        var steps = theirs.Sum(e => StepRows.Forget(session, e.Sequence));
        var (namedEffects, openEffects) = EraseNamed(session, person, "effects", "ordinal", "state <= 1", ["target", "body", "card", "file"]);
        var (namedSteps, openSteps) = EraseNamed(session, person, "steps", "number", "ended_at IS NULL", ["name", "result", "subject", "NULL"]);
        return new Erasure(
            gone.Count, keys, effects + namedEffects, steps + namedSteps,
            session.Execute("DELETE FROM cards WHERE asker_id = @person", ("@person", person)),
            session.Execute("DELETE FROM space_creators WHERE person_id = @person", ("@person", person)),
            StateStore.Erase(session, person),
            ScheduleStore.Erase(session, person),
            AgentLedger.Erase(session, person),
            GrantStore.Remove(session, WebexIdentity.Person(new PersonId(person)).ToString()),
            StateStore.CountNaming(session, person),
            events.Count - gone.Count + openEffects + openSteps);
    }

    /// <summary>Whether it could be: not where somebody began to handle it meanwhile.</summary>
    private static bool EraseBody(WriteSession session, EventRow e, long now) => session.Execute(
        """
        UPDATE events SET body = NULL, status = CASE WHEN status IN (@queued, @waiting) THEN @handled ELSE status END,
                          reason = CASE WHEN status IN (@queued, @waiting) THEN 'Erased before it was handled.' ELSE reason END,
                          finished_at = CASE WHEN status IN (@queued, @waiting) THEN @now ELSE finished_at END
        WHERE sequence = @sequence AND status <> @handling
        """,
        ("@queued", (long)EventStatus.Queued), ("@waiting", (long)EventStatus.Waiting), ("@handled", (long)EventStatus.Handled), ("@handling", (long)EventStatus.Handling), ("@now", now),
        ("@sequence", e.Sequence)) == 1;

    /// <summary>A membership's id is made of a person's and a room's.</summary>
    private static int EraseKey(WriteSession session, EventRow e) => e.Resource != "memberships" ? 0 : session.Execute(
        "UPDATE events SET key = @key, lane = CASE WHEN lane LIKE 'memberships:%' THEN @key ELSE lane END WHERE sequence = @sequence",
        ("@key", $"erased:{e.Sequence}"), ("@sequence", e.Sequence));

    /// <summary>Rows of others that name the person go as well, once nothing needs them any more.</summary>
    private static (int Gone, int Open) EraseNamed(WriteSession session, string person, string table, string place, string isOpen, string[] columns)
    {
        var bytes = Encoding.UTF8.GetBytes(person);
        var rows = session.Rows<NamedRow>(
            $"""
            SELECT event AS Event, {place} AS Place, CAST(CASE WHEN {isOpen} THEN 1 ELSE 0 END AS bigint) AS IsOpen,
                   {columns[0]} AS First, {columns[1]} AS Second, {columns[2]} AS Third, {columns[3]} AS Fourth
            FROM {table}
            """).Where(row => new[] { row.First, row.Second, row.Third, row.Fourth }.Any(cell => Holds(cell, person, bytes))).ToList();
        foreach (var row in rows.Where(row => row.IsOpen == 0))
            session.Execute($"DELETE FROM {table} WHERE event = @event AND {place} = @place", ("@event", row.Event), ("@place", row.Place));
        return (rows.Count(row => row.IsOpen == 0), rows.Count(row => row.IsOpen != 0));
    }

    private static bool Holds(object? cell, string person, byte[] bytes) => cell switch
    {
        string text => text.Contains(person, StringComparison.Ordinal),
        byte[] blob => blob.AsSpan().IndexOf(bytes) >= 0,
        _ => false,
    };

    private sealed class EventRow
    {
        public long Sequence { get; init; }
        public string Resource { get; init; } = "";
        public long Status { get; init; }
        public byte[] Body { get; init; } = [];
        public EventStatus Stands => (EventStatus)Status;
        public bool IsOpen => Stands is EventStatus.Queued or EventStatus.Handling or EventStatus.Waiting;
    }

    private sealed class NamedRow
    {
        public long Event { get; init; }
        public long Place { get; init; }
        public long IsOpen { get; init; }
        public object? First { get; init; }
        public object? Second { get; init; }
        public object? Third { get; init; }
        public object? Fourth { get; init; }
    }
}
