namespace BotHost.Webex;

/// <summary>Open, or closed until a moment on the monotonic clock that only ever moves later.</summary>
internal sealed class RateGate(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private readonly Lock moving = new();
    private TimeSpan opensAt;

    /// <summary>How long the gate stays closed; zero or less when it is open.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (moving)
                return opensAt - time.GetElapsedTime(start);
        }
    }

    public void CloseFor(TimeSpan wait)
    {
        lock (moving)
        {
            var later = time.GetElapsedTime(start) + wait;
            opensAt = later > opensAt ? later : opensAt;
        }
    }
}
