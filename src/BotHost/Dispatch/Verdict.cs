using BotHost.Inbox;
using BotHost.Outbox;
using BotHost.Storage;

namespace BotHost.Dispatch;

/// <summary>How an attempt at an event ended, and what is written down with that.</summary>
/// <param name="Reason">For operators: why, in words that quote nobody. Null where there is nothing to explain.</param>
internal sealed record Verdict(EventStatus Status, string? Reason)
{
    /// <summary>What is to be said.</summary>
    public IReadOnlyList<EffectDraft> Effects { get; init; } = [];

    /// <summary>What else is written in the same transaction.</summary>
    public Action<WriteSession>? Also { get; init; }

    /// <summary>What is done on this host once that is written down. A host that ends just then does not do it.</summary>
    public Action? Committed { get; init; }

    /// <summary>Whether the sender may not use the route.</summary>
    public bool IsNotPermitted { get; init; }

    /// <summary>What becomes of it where others change again and again what its handler reads and sets; null where it sets nothing.</summary>
    public Verdict? InConflict { get; init; }

    /// <summary>For an event that is tried again: when, in milliseconds since 1970. Its lane waits for it.</summary>
    public long RetryAt { get; init; }

    /// <summary>For an event that is tried again: how many failures this attempt costs it.</summary>
    public int Charged { get; init; }

    public static Verdict Handled(string? reason = null) => new(EventStatus.Handled, reason);

    public static Verdict Quarantined(string reason) => new(EventStatus.Quarantined, reason);

    public static Verdict Dead(string reason) => new(EventStatus.Dead, reason);

    /// <summary>The event waits for an answer to what its handler asked.</summary>
    public static Verdict Waiting() => new(EventStatus.Waiting, "It waits for an answer.");

    /// <summary>The event keeps its place and is tried again.</summary>
    public static Verdict Again(string reason, long at, int charged = 0) => new(EventStatus.Queued, reason) { RetryAt = at, Charged = charged };
}
