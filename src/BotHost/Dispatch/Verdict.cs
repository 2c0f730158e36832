using BotHost.Inbox;

namespace BotHost.Dispatch;

/// <summary>How an event ended.</summary>
/// <param name="Reason">For operators: why, in words that quote nobody. Null where there is nothing to explain.</param>
internal readonly record struct Verdict(EventStatus Status, string? Reason)
{
    public static Verdict Handled(string? reason = null) => new(EventStatus.Handled, reason);

    public static Verdict Quarantined(string reason) => new(EventStatus.Quarantined, reason);

    public static Verdict Dead(string reason) => new(EventStatus.Dead, reason);
}
