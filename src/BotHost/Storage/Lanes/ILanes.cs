
namespace BotHost.Storage;

/// <summary>A lane in which one worker is at work, and nobody else anywhere.</summary>
/// <param name="Name">Whose work it is: a room, as a rule.</param>
/// <param name="Fence">Grows each time the lane changes hands; 0 where there is only one process.</param>
/// <param name="WasAbandoned">Whether whoever had it before did not give it back: what they had begun is open still.</param>
internal readonly record struct Lane(string Name, long Fence = 0, bool WasAbandoned = false);

/// <summary>
/// The order of work: within a lane one thing at a time; between lanes side by side. Lanes that are ready take turns, so a busy
/// one delays the others by one piece of work at most. It knows which lanes have work and from when on; the work itself is in the
/// store. Times are milliseconds since 1970 by this machine's clock.
/// </summary>
internal interface ILanes
{
    /// <summary>Whether other processes work in these lanes too. Then the store knows which have work, and nobody fills them at a start.</summary>
    bool IsShared { get; }

    /// <summary>In the transaction that adds work to a lane.</summary>
    void Announce(WriteSession session, string lane, long dueAt);

    /// <summary>After that transaction: the lane has work from this time on.</summary>
    void Wake(string lane, long dueAt);

    /// <summary>The next lane that is free and has work. It stays taken until it is given back.</summary>
    ValueTask<Lane> TakeAsync(CancellationToken cancellationToken);

    /// <summary>Takes one lane, ready or not, as soon as it is free: nobody works in it until it is given back.</summary>
    Task<Lane> HoldAsync(string lane, CancellationToken cancellationToken);

    /// <summary>Whether a lane that was taken is still ours. Ask before a call that must not be made twice.</summary>
    bool IsOurs(Lane lane);

    /// <summary>
    /// Whether a lane that was taken is still ours, asked in the transaction that begins work in it: where it is, nobody else gets it before the
    /// transaction ends.
    /// </summary>
    bool Confirm(WriteSession session, Lane lane);

    /// <summary>Gives a lane back.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="next">When there is more to do in it; null where nothing is left.</param>
    void Release(Lane lane, NextWork? next);

    /// <summary>Whether nothing is under way and nothing waits but what is not due. What other processes are at does not count.</summary>
    bool IsQuiet { get; }

    /// <summary>Completes when nothing is under way and nothing waits but what is not due.</summary>
    Task WhenQuietAsync(CancellationToken cancellationToken);
}

/// <summary>When a lane goes on.</summary>
/// <param name="DueAt">From when on there is something to do.</param>
/// <param name="IsHeld">
/// Whether the lane waits for a second try of what it has in hand: new work does not wake it, and somebody waits for it.
/// </param>
internal readonly record struct NextWork(long DueAt, bool IsHeld = false);
