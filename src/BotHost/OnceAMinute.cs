namespace BotHost;

/// <summary>Lets each kind of line into the log no more than once a minute: what a stranger can cause at will must not flood it.</summary>
internal sealed class OnceAMinute(TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _last = [];

    public bool May(string kind)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (_last.TryGetValue(kind, out var last) && time.GetElapsedTime(last, now) < Quiet)
                return false;
            _last[kind] = now;
            return true;
        }
    }
}
