using BotHost.Storage;

namespace BotHost.Inbox;

/// <summary>
/// Which of a lane's open events comes next: the first by due time, then by arrival, among what is due. What is not meant for later is due
/// at once, though the clock may have been set back since it came.
/// </summary>
internal interface IEventOrder
{
    /// <summary>Where a lane goes on, or null where nothing is due.</summary>
    long? First(WriteSession session, string lane, long now);

    /// <summary>When a lane has its next work, or null.</summary>
    /// <param name="session">The transaction that asks.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="ended">The event that the transaction ends.</param>
    NextWork? Next(WriteSession session, string lane, long? ended);

    /// <summary>A time behind everything in a lane that waits for its turn only; now, unless the clock was set back or differs between hosts.</summary>
    long Behind(WriteSession session, string lane, long now);

    /// <summary>After the transaction that added events or moved them to other places.</summary>
    void Placed(IEnumerable<EventPlace> places);

    /// <summary>After the transaction that ended an event, or where it is found to be no longer open.</summary>
    void Ended(string lane, long sequence);
}

/// <summary>An open event's place.</summary>
/// <param name="Lane">Its lane.</param>
/// <param name="Sequence">The event.</param>
/// <param name="DueAt">From when on, in milliseconds since 1970.</param>
/// <param name="IsForLater">Whether it must not be handled before that time. Otherwise the time only says where it stands.</param>
internal readonly record struct EventPlace(string Lane, long Sequence, long DueAt, bool IsForLater);
