using BotHost.Storage;
using Dapper;

namespace BotHost.Journal;

/// <summary>A question that a turn waits for the answer of.</summary>
internal sealed record OpenQuestion
{
    /// <summary>Whose turn asks, and by which of its steps.</summary>
    public long Event { get; init; }
    public long Step { get; init; }
    public required string RoomId { get; init; }

    /// <summary>The thread it is answered in; null for anywhere in the room.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Who may answer.</summary>
    public required string PersonId { get; init; }

    /// <summary>How long it is waited for, in milliseconds since 1970.</summary>
    public long Until { get; init; }

    /// <summary>1 where it is the person's consent, which is not given by saying something.</summary>
    public long IsConsent { get; init; }

    /// <summary>What a card that answers it carries.</summary>
    public string Id => IdOf(Event, Step);

    public static string IdOf(long @event, long step) => $"{@event}:{step}";
}

/// <summary>The table of open questions. A question's row goes with the transaction that makes its answer the step's result.</summary>
internal static class QuestionRows
{
    private const string Columns =
        "SELECT event AS Event, step AS Step, room_id AS RoomId, thread_id AS ThreadId, person_id AS PersonId, until_at AS Until, is_consent AS IsConsent FROM questions";

    public static void Add(WriteSession session, OpenQuestion asked) => session.Execute(
        "INSERT INTO questions (event, step, room_id, thread_id, person_id, until_at, is_consent) VALUES (@event, @step, @room, @thread, @person, @until, @isConsent)",
        ("@event", asked.Event), ("@step", asked.Step), ("@room", asked.RoomId), ("@thread", asked.ThreadId), ("@person", asked.PersonId), ("@until", asked.Until),
        ("@isConsent", asked.IsConsent));

    /// <summary>What a person is asked in a room, there or in one thread of it.</summary>
    public static OpenQuestion? Find(Database database, string room, string person, string? thread) => database.Read(connection => connection.QueryFirstOrDefault<OpenQuestion>(
        $"{Columns} WHERE room_id = @room AND person_id = @person AND (thread_id IS NULL OR thread_id = @thread) ORDER BY event DESC LIMIT 1",
        new { room, person, thread = thread ?? "" }));

    /// <summary>What a person is asked anywhere in a room, where that is one thing.</summary>
    public static OpenQuestion? FindOnly(Database database, string room, string person) => database.Read(connection => connection.Query<OpenQuestion>(
        $"{Columns} WHERE room_id = @room AND person_id = @person LIMIT 2", new { room, person }).ToList()) is [var only] ? only : null;

    public static OpenQuestion? Find(Database database, long @event, long step) => database.Read(connection => connection.QueryFirstOrDefault<OpenQuestion>(
        $"{Columns} WHERE event = @event AND step = @step", new { @event, step }));

    public static OpenQuestion? Find(WriteSession session, long @event, long step) => session.Row<OpenQuestion>(
        $"{Columns} WHERE event = @event AND step = @step", ("@event", @event), ("@step", step));

    /// <summary>What a person is asked where something newer is to be asked.</summary>
    public static IReadOnlyList<OpenQuestion> Beside(WriteSession session, OpenQuestion newer) => session.Rows<OpenQuestion>(
        $"{Columns} WHERE room_id = @room AND person_id = @person AND COALESCE(thread_id, '') = @thread AND event <> @event",
        ("@room", newer.RoomId), ("@person", newer.PersonId), ("@thread", newer.ThreadId ?? ""), ("@event", newer.Event));

    /// <summary>Makes an answer the step's result.</summary>
    /// <returns>False where the question is not open any more.</returns>
    public static bool Answer(WriteSession session, OpenQuestion asked, byte[] answer, long now)
    {
        if (session.Execute("DELETE FROM questions WHERE event = @event AND step = @step", ("@event", asked.Event), ("@step", asked.Step)) == 0)
            return false;
        StepRows.WriteResult(session, asked.Event, (int)asked.Step, answer, null, now);
        return true;
    }

    /// <summary>Forgets what a person is asked; the turns that ask go with the person's others.</summary>
    public static int Erase(WriteSession session, string person) => session.Execute("DELETE FROM questions WHERE person_id = @person", ("@person", person));
}
