using System.Text.Json;
using BotHost.Inbox;

namespace BotHost.Schedule;

/// <summary>Something scheduled, as it is stored: what is to run, for whom, where and when.</summary>
internal sealed record ScheduleRow
{
    public required string Id { get; init; }
    public required string Route { get; init; }
    public required string RoomId { get; init; }
    public long IsDirect { get; init; }
    public string? ThreadId { get; init; }
    public required string PersonId { get; init; }
    public required string Email { get; init; }
    public byte[]? Data { get; init; }
    public string? Cron { get; init; }
    public string? Zone { get; init; }

    /// <summary>When it runs next, in milliseconds since 1970; of what has ended, when it ran last.</summary>
    public long DueAt { get; init; }

    public long? EndedAt { get; init; }

    /// <summary>Why it ended before its time; null where it has not, or ran as it was to.</summary>
    public string? Reason { get; init; }

    /// <summary>The event that has it run: one row of the inbox, due when it is.</summary>
    public InboundEvent ToEvent(long dueAt) => new(
        DueEvent.KeyOf(Id, dueAt), RoomId, DueEvent.Resource, DueEvent.Event,
        // As a webhook's body is, so that whatever looks for a person or room in one finds them.
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            resource = DueEvent.Resource, @event = DueEvent.Event, actorId = PersonId, data = new { id = Id, roomId = RoomId, personId = PersonId },
        }), dueAt);
}

/// <summary>The events of what is scheduled. No door makes such keys: theirs begin with a resource and a slash.</summary>
internal static class DueEvent
{
    public const string Resource = "schedules", Event = "due";

    public static string KeyOf(string id, long dueAt) => $"schedule:{id}:{dueAt}";

    /// <summary>Whether an event is one of these, and of what and when.</summary>
    public static bool TryRead(QueuedEvent queued, out string id, out long dueAt)
    {
        (id, dueAt) = ("", 0);
        if (queued.Resource != Resource || queued.Key.Split(':') is not ["schedule", var known, var time] || !long.TryParse(time, out dueAt))
            return false;
        id = known;
        return true;
    }
}
