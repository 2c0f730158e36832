namespace BotHost.Webex;

/// <summary>
/// Webex's own time, read from the <c>Date</c> of its answers, so that what it says happened then can be compared with what was
/// done here, whatever this machine's clock shows. Never later than the truth, and as a rule less than a second earlier.
/// </summary>
internal sealed class WebexTime(TimeProvider time)
{
    /// <summary>A correction of more than this is a clock that was set, not one that was read late.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private DateTimeOffset? _read;
    private long _readAt;

    /// <summary>The time at Webex; this machine's, before it answered for the first time.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _read is { } read ? read + time.GetElapsedTime(_readAt) : time.GetUtcNow();
        }
    }

    /// <summary>Takes note of the <c>Date</c> of an answer that has just come. It has whole seconds, cut off.</summary>
    public void Learn(DateTimeOffset? date)
    {
        if (date is not { } read)
            return;
        lock (_gate)
        {
            // Of several readings the latest is the best: each was cut off, and took time to get here.
            if (_read is { } before && before + time.GetElapsedTime(_readAt) is var expected && read < expected && expected - read < Jump)
                return;
            (_read, _readAt) = (read, time.GetTimestamp());
        }
    }
}
