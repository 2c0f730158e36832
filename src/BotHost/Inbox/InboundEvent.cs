using BotHost.Storage;

namespace BotHost.Inbox;

/// <summary>What a door hands in: one thing that happened in Webex, and the bytes that said so.</summary>
/// <param name="Key">The same event from two doors, deliveries or machines has the same key, and is one row.</param>
/// <param name="Lane">Events of one lane are handled one after the other, in the order they are due.</param>
/// <param name="Resource">Webex's name for what changed: <c>messages</c>, <c>attachmentActions</c>, …</param>
/// <param name="Event">Webex's name for how: <c>created</c>, <c>updated</c>, <c>deleted</c>, …</param>
/// <param name="Body">The bytes as they arrived.</param>
/// <param name="DueAt">
/// Its place in the lane, in milliseconds since 1970. Null: now, behind everything that is there. Earlier: before what came since, as for
/// what was missed and is caught up. Later: not to be handled before that time.
/// </param>
/// <param name="Instead">For what needs no turn: what is written down in the same transaction instead. The event is done with then.</param>
internal sealed record InboundEvent(
    string Key, string Lane, string Resource, string Event, byte[] Body, long? DueAt = null, Action<WriteSession>? Instead = null);

/// <summary>What came of storing an event.</summary>
/// <param name="IsNew">Whether it had not been seen before.</param>
/// <param name="Place">Where it waits for its turn; null where nothing changed, or where it needs none.</param>
internal readonly record struct EventAdded(bool IsNew, EventPlace? Place);

/// <summary>Knows events that need no turn, because all they say can be written down as they come in.</summary>
internal interface ITurnlessEvents
{
    /// <summary>What is to be written down instead of a turn, or null where the event needs one, or that cannot be told yet.</summary>
    Action<WriteSession>? Of(EventEnvelope envelope);
}

/// <summary>An event taken out of the inbox to be handled.</summary>
/// <param name="Sequence">Its place in the order of arrival; also the id people quote.</param>
/// <param name="Lane">Where it was taken from.</param>
/// <param name="Attempt">1 for the first try. It fences: who writes with an older number is turned away.</param>
/// <param name="Failures">How often it failed by its own fault.</param>
/// <param name="IsAlone">Whether it must run with nothing beside it, having been under way when a process ended.</param>
/// <param name="ReceivedAt">When it came in, in milliseconds since 1970.</param>
/// <param name="RetriedAt">When an operator last decided that it is to run again, or its handler got an answer: then it is not too old, nor tried for too long.</param>
internal sealed record QueuedEvent(
    long Sequence, string Key, Lane Lane, string Resource, string Event, byte[] Body, int Attempt, int Failures, bool IsAlone, long ReceivedAt,
    long? RetriedAt = null)
{
    /// <summary>How often its handler was run in this attempt: again where another turn changed what it had read.</summary>
    public int Run { get; init; } = 1;

    /// <summary>Its place in the lane, in milliseconds since 1970: later than <see cref="ReceivedAt"/> where it was meant for later.</summary>
    public long DueAt { get; init; }

    /// <summary>Since when it is tried.</summary>
    public long TriedSince => RetriedAt ?? Math.Max(ReceivedAt, DueAt);
}

/// <summary>What is known of an event that was under way when its process ended. The numbers are stored.</summary>
internal static class EventAlone
{
    /// <summary>It never was.</summary>
    public const int Never = 0;

    /// <summary>It was, and runs alone next time.</summary>
    public const int Next = 1;

    /// <summary>It runs alone.</summary>
    public const int Running = 2;

    /// <summary>What it costs an event to be alone when its process dies, in failures.</summary>
    public const int DeathCosts = 1;
}
