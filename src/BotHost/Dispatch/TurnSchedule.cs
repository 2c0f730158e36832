using System.Text.Json;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Schedule;
using BotHost.Storage;

namespace BotHost.Dispatch;

/// <summary>What a handler schedules and cancels.</summary>
internal sealed class TurnSchedule(ScheduleStore store, RouteTable routes, TurnJournal journal, Turn turn, TimeProvider time) : ISchedule, ITurnPart
{
    private const int Most = 100, MostListed = 1000;

    private static readonly TimeSpan FurthestOff = TimeSpan.FromDays(3653);

    private readonly Lock _gate = new();
    private readonly List<ScheduleRow> _added = [];
    private readonly List<string> _cancelled = [];
    private int _number;
    private bool _isOver;

    public string In(TimeSpan delay, string route, object? data = null) => Add(Clock() + (delay < TimeSpan.Zero ? TimeSpan.Zero : Within(delay)), route, data, null, null);

    public string At(DateTimeOffset time, string route, object? data = null)
    {
        Within(time - Clock());
        return Add(time, route, data, null, null);
    }

    public string Every(string cron, string timeZone, string route, object? data = null)
    {
        if (Recurrence.Problem(cron, timeZone) is { } problem)
            throw new ArgumentException(problem, nameof(cron));
        var first = Recurrence.Next(cron, timeZone, Clock())
            ?? throw new ArgumentException($"\"{cron}\" never comes. Check its day and month.", nameof(cron));
        return Add(first, route, data, cron, timeZone);
    }

    public async Task<IReadOnlyList<ScheduledTurn>> ListAsync(CancellationToken cancellationToken = default)
    {
        var stored = await journal.ReadAsync(
            "schedule.list", turn.Where.Id.Value, _ => Task.FromResult(store.List(turn.Where.Id.Value, MostListed).Select(ToTurn).ToList()), cancellationToken).ConfigureAwait(false);
        lock (_gate)
            return [.. stored.Where(one => !_cancelled.Contains(one.Id)).UnionBy(_added.Select(ToTurn), one => one.Id).OrderBy(one => one.Due)];
    }

    public async Task<bool> CancelAsync(string id, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_isOver)
                throw new TurnOverException();
            if (_added.RemoveAll(one => one.Id == id) > 0)
                return true;
        }

        var isThere = await journal.ReadAsync(
            "schedule.find", id, _ => Task.FromResult(store.Find(id) is { EndedAt: null } found && found.RoomId == turn.Where.Id.Value), cancellationToken).ConfigureAwait(false);
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

    private string Add(DateTimeOffset due, string route, object? data, string? cron, string? zone)
    {
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
            var id = $"{turn.Event.Sequence}-{++_number}";
            _added.Add(new ScheduleRow
            {
                Id = id,
                Route = route,
                RoomId = turn.Where.Id.Value,
                IsDirect = turn.Where.IsDirect ? 1 : 0,
                ThreadId = turn.Place.Thread?.Value,
                PersonId = turn.Who.Id.Value,
                Email = turn.Who.Email,
                Data = json,
                Cron = cron,
                Zone = zone,
                DueAt = due.ToUnixTimeMilliseconds(),
            });
            return id;
        }
    }

    /// <summary>The same when the handler runs again.</summary>
    private DateTimeOffset Clock() => journal.Read("now", time.GetUtcNow);

    private static TimeSpan Within(TimeSpan delay) =>
        delay <= FurthestOff ? delay : throw new ArgumentOutOfRangeException(nameof(delay), "Nothing is scheduled further off than ten years. Choose an earlier time.");

    private static ScheduledTurn ToTurn(ScheduleRow row) =>
        new(row.Id, row.Route, new PersonId(row.PersonId), DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Cron, row.Zone);
}
