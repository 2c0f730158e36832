using BotHost.Inbox;

namespace BotHost.Dispatch;

/// <summary>
/// A message or card submit older than seven days is not run: it was more likely replayed than late. Keys of handled events are
/// kept a day longer, so whatever is young enough to run is remembered if it ran. What an operator wants run is run.
/// </summary>
internal sealed class Freshness(TimeProvider time)
{
    public static readonly TimeSpan OldestToRun = TimeSpan.FromDays(7);

    public const string TooOld = "Older than seven days: more likely replayed than late.";

    /// <summary>What has no time of its own is not too old; the resource fetched next has one.</summary>
    public bool IsTooOld(QueuedEvent queued, DateTimeOffset? created) =>
        queued.RetriedAt is null && created is { } then && time.GetUtcNow() - then > OldestToRun;
}
