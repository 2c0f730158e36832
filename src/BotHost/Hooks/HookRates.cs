using Microsoft.Extensions.Options;

namespace BotHost.Hooks;

/// <summary>How often each hook was used within the last minute. Only whoever has its secret gets here, so it holds no more than there are hooks.</summary>
internal sealed class HookRates(IOptions<HookOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<long>> _used = [];

    /// <summary>Zero, counted; or how long until the hook may be used again.</summary>
    public TimeSpan Take(string hook)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (!_used.TryGetValue(hook, out var used))
                _used.Add(hook, used = new Queue<long>());
            while (used.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Minute)
                used.Dequeue();
            if (used.Count >= options.Value.PerMinute)
                return Minute - time.GetElapsedTime(used.Peek(), now);
            used.Enqueue(now);
            return TimeSpan.Zero;
        }
    }
}
