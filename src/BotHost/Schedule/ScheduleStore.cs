using BotHost.Inbox;
using BotHost.Storage;
using Dapper;

namespace BotHost.Schedule;

/// <summary>What is scheduled. What is due next of each is an event in the inbox, written in the same transaction.</summary>
internal sealed class ScheduleStore(Database database, EventInbox inbox, TimeProvider time)
{
    private const string Columns =
        """
        SELECT id AS Id, route AS Route, room_id AS RoomId, is_direct AS IsDirect, thread_id AS ThreadId, person_id AS PersonId, email AS Email,
               data AS Data, cron AS Cron, zone AS Zone, due_at AS DueAt, ended_at AS EndedAt, reason AS Reason
        FROM schedules
        """;

    /// <summary>Schedules something. One of the same id is there already.</summary>
    public void Add(WriteSession session, ScheduleRow row)
    {
        var isNew = session.Execute(
            """
            INSERT INTO schedules (id, route, room_id, is_direct, thread_id, person_id, email, data, cron, zone, due_at, added_at)
            VALUES (@id, @route, @room, @direct, @thread, @person, @email, @data, @cron, @zone, @due, @now) ON CONFLICT (id) DO NOTHING
            """,
            ("@id", row.Id), ("@route", row.Route), ("@room", row.RoomId), ("@direct", row.IsDirect), ("@thread", row.ThreadId), ("@person", row.PersonId),
            ("@email", row.Email), ("@data", row.Data), ("@cron", row.Cron), ("@zone", row.Zone), ("@due", row.DueAt), ("@now", Now())) == 1;
        if (isNew)
            inbox.Put(session, row.ToEvent(row.DueAt));
    }

    public ScheduleRow? Find(string id) =>
        database.Read(connection => connection.QueryFirstOrDefault<ScheduleRow>($"{Columns} WHERE id = @id", new { id }));

    /// <summary>What is still to come, what is due first first.</summary>
    /// <param name="room">Of one room; null for all.</param>
    public IReadOnlyList<ScheduleRow> List(string? room, int limit) => database.Read(connection => connection.Query<ScheduleRow>(
        $"{Columns} WHERE ended_at IS NULL AND (@room = '' OR room_id = @room) ORDER BY due_at, id LIMIT @limit", new { room = room ?? "", limit }).ToList());

    /// <summary>Ends something before its time.</summary>
    /// <returns>False where there is no such thing, or it has ended.</returns>
    public bool End(WriteSession session, string id, string reason)
    {
        if (session.Scalar("SELECT due_at FROM schedules WHERE id = @id AND ended_at IS NULL", ("@id", id)) is not long due)
            return false;
        session.Execute("UPDATE schedules SET ended_at = @now, reason = @reason, data = NULL WHERE id = @id", ("@now", Now()), ("@reason", reason), ("@id", id));
        inbox.Withdraw(session, DueEvent.KeyOf(id, due), reason);
        return true;
    }

    /// <summary>
    /// In the transaction that ends an event: where it was something that recurs, it is due again, once however much was missed; what was to
    /// run once has ended.
    /// </summary>
    public void Continue(WriteSession session, QueuedEvent ended)
    {
        if (!DueEvent.TryRead(ended, out var id, out var due) || session.Row<ScheduleRow>($"{Columns} WHERE id = @id", ("@id", id)) is not { EndedAt: null } row)
            return;
        var now = time.GetUtcNow();
        var last = DateTimeOffset.FromUnixTimeMilliseconds(due);
        if (row.Cron is null || Recurrence.Next(row.Cron, row.Zone!, last > now ? last : now) is not { } next)
        {
            session.Execute("UPDATE schedules SET ended_at = @now WHERE id = @id", ("@now", Now()), ("@id", id));
            return;
        }

        var nextDue = next.ToUnixTimeMilliseconds();
        session.Execute("UPDATE schedules SET due_at = @due WHERE id = @id", ("@due", nextDue), ("@id", id));
        inbox.Put(session, row.ToEvent(nextDue));
    }

    /// <summary>Forgets what ended long ago.</summary>
    public Task TidyAsync(CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - EventInbox.KeyLife).ToUnixTimeMilliseconds();
        return database.WriteAsync(session => session.Execute(
            "DELETE FROM schedules WHERE ended_at < @before AND NOT EXISTS (SELECT 1 FROM events WHERE key = 'schedule:' || schedules.id || ':' || schedules.due_at AND status <> 2)",
            ("@before", before)), cancellationToken: cancellationToken);
    }

    /// <summary>Forgets what a person scheduled; its events go with the person's others.</summary>
    public static int Erase(WriteSession session, string person) => session.Execute("DELETE FROM schedules WHERE person_id = @person", ("@person", person));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
