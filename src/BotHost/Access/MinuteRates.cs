namespace BotHost.Access;

/// <summary>How often each of something was used within the last minute, on this host.</summary>
internal sealed class MinuteRates(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<long>> _used = [];

    /// <summary>Zero, counted; or how long until it may be used again.</summary>
    public TimeSpan Take(string key, int perMinute)
    {
        lock (_gate)
        {
            if (!_used.TryGetValue(key, out var used))
                _used.Add(key, used = new Queue<long>());
            var now = time.GetTimestamp();
            var wait = Left(used, perMinute, now);
            if (wait == TimeSpan.Zero)
                used.Enqueue(now);
            return wait;
        }
    }

    /// <summary>As <see cref="Take"/>, and counts nothing.</summary>
    public TimeSpan Wait(string key, int perMinute)
    {
        lock (_gate)
            return _used.TryGetValue(key, out var used) ? Left(used, perMinute, time.GetTimestamp()) : TimeSpan.Zero;
    }

    private TimeSpan Left(Queue<long> used, int perMinute, long now)
    {
        while (used.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Minute)
            used.Dequeue();
        if (used.Count < perMinute)
            return TimeSpan.Zero;
        return used.TryPeek(out var first) ? Minute - time.GetElapsedTime(first, now) : Minute;
    }
}
