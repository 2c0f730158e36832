using System.Text.Json;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Schedule;
using BotHost.Storage;

namespace BotHost.Dispatch;

/// <summary>What a handler schedules and cancels, wherever it is to run.</summary>
internal sealed class TurnSchedule(ScheduleStore store, RouteTable routes, TurnJournal journal, long handled, TimeProvider time) : ITurnPart
{
    private const int Most = 100, MostListed = 1000;

    private static readonly TimeSpan FurthestOff = TimeSpan.FromDays(3653);

    private readonly Lock _gate = new();
    private readonly List<ScheduleRow> _added = [];
    private readonly List<string> _cancelled = [];
    private int _number;
    private bool _isOver;

    public async Task<IReadOnlyList<ScheduledTurn>> ListAsync(RoomId room, CancellationToken cancellationToken)
    {
        var stored = await journal.ReadAsync(
            "schedule.list", room.Value, _ => Task.FromResult(store.List(room.Value, MostListed).Select(ToTurn).ToList()), cancellationToken).ConfigureAwait(false);
        lock (_gate)
            return [.. stored.Where(one => !_cancelled.Contains(one.Id)).UnionBy(_added.Where(one => one.RoomId == room.Value).Select(ToTurn), one => one.Id).OrderBy(one => one.Due)];
    }

    public async Task<bool> CancelAsync(RoomId room, string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isOver)
                throw new TurnOverException();
            if (_added.RemoveAll(one => one.Id == id && one.RoomId == room.Value) > 0)
                return true;
        }

        var isThere = await journal.ReadAsync(
            "schedule.find", id, _ => Task.FromResult(store.Find(id) is { EndedAt: null } found && found.RoomId == room.Value), cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (!isThere || _cancelled.Contains(id))
                return false;
            _cancelled.Add(id);
            return true;
        }
    }

    public void Close()
    {
        lock (_gate)
            _isOver = true;
    }

    public void Pass()
    {
        lock (_gate)
        {
            _added.Clear();
            _cancelled.Clear();
        }
    }

    public void Commit(WriteSession session)
    {
        ScheduleRow[] added;
        string[] cancelled;
        lock (_gate)
            (added, cancelled) = ([.. _added], [.. _cancelled]);
        foreach (var row in added)
            store.Add(session, row);
        foreach (var id in cancelled)
            store.End(session, id, "Cancelled in its room.");
    }

    public string Add(ScheduleAddress where, DateTimeOffset now, DateTimeOffset due, string route, object? data, string? cron, string? zone)
    {
        AgentSender.Refuse(where.Who.Id);
        if (due - now > FurthestOff)
            throw new ArgumentOutOfRangeException(nameof(due), "Nothing is scheduled further off than ten years. Choose an earlier time.");
        if (!routes.HasScheduled(route))
            throw new ArgumentException($"There is no scheduled route \"{route}\". Add it: bot.Scheduled(\"{route}\", …)", nameof(route));
        var json = data is null ? null : JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), StateJson.Options);
        if (json?.Length > StateValue<object>.MaxBytes)
            throw new ArgumentException($"The data have {json.Length} bytes as JSON, and at most {StateValue<object>.MaxBytes} are kept. Keep them as state, and their name here.", nameof(data));
        lock (_gate)
        {
            if (_isOver)
                throw new TurnOverException();
            if (_added.Count == Most)
                throw new InvalidOperationException($"A turn schedules at most {Most} things. Schedule one that does several.");
            var id = $"{handled}-{++_number}";
            _added.Add(new ScheduleRow
            {
                Id = id,
                Route = route,
                RoomId = where.Room.Value,
                IsDirect = where.IsDirect ? 1 : 0,
                ThreadId = where.Thread?.Value,
                PersonId = where.Who.Id.Value,
                Email = where.Who.Email,
                Data = json,
                Cron = cron,
                Zone = zone,
                DueAt = due.ToUnixTimeMilliseconds(),
            });
            return id;
        }
    }

    /// <summary>The same when the handler runs again.</summary>
    public DateTimeOffset Clock() => journal.Read("now", time.GetUtcNow);

    private static ScheduledTurn ToTurn(ScheduleRow row) =>
        new(row.Id, row.Route, new PersonId(row.PersonId), DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Cron, row.Zone) { Json = row.Data };
}

/// <summary>For whom something is scheduled, and where it runs.</summary>
internal sealed record ScheduleAddress(Bot.Person Who, RoomId Room, bool IsDirect, MessageId? Thread);
