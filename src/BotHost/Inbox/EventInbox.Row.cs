using BotHost.Storage;

namespace BotHost.Inbox;

/// <summary>An event as the store gives it.</summary>
internal sealed partial class EventInbox
{
    private sealed class EventRow
    {
        public long Sequence { get; init; }
        public string Key { get; init; } = "";
        public string Resource { get; init; } = "";
        public string Event { get; init; } = "";
        public byte[]? Body { get; init; }
        public long Attempts { get; init; }
        public long Failures { get; init; }
        public long IsAlone { get; init; }
        public long ReceivedAt { get; init; }
        public long DueAt { get; init; }
        public long? RetriedAt { get; init; }

        public QueuedEvent ToEvent(Lane taken) =>
            new(Sequence, Key, taken, Resource, Event, Body ?? [], (int)Attempts, (int)Failures, IsAlone != EventAlone.Never, ReceivedAt, RetriedAt)
            {
                DueAt = DueAt,
            };
    }

    private sealed class OpenRow
    {
        public string Lane { get; init; } = "";
        public long Sequence { get; init; }
        public long DueAt { get; init; }
        public long IsForLater { get; init; }
    }
}
