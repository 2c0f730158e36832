using System.Collections.Concurrent;
using WebexSimulator.Model;

namespace WebexSimulator.Http;

/// <summary>Counts calls for each person and endpoint. All of somebody's tokens share one count, as a user's applications do.</summary>
internal sealed class RateLimits(TimeProvider time, SimulatorOptions options)
{
    private readonly ConcurrentDictionary<(Guid Person, string Method, string Route), Bucket> _buckets = [];

    public void Demand(Person caller, string method, string route)
    {
        if (!options.RateLimits.Enabled) return;
        var bucket = _buckets.GetOrAdd((caller.Key, method, route), _ => new(PerMinute(caller, route), time));
        if (bucket.Take() is { } wait) throw new Refusal(StatusCodes.Status429TooManyRequests, Texts.TooManyRequests, wait);
    }

    /// <summary>Everybody has all of his calls again.</summary>
    public void Clear() => _buckets.Clear();

    private int PerMinute(Person caller, string route)
    {
        var isBusy = route.StartsWith("/v1/people", StringComparison.Ordinal) || route.StartsWith("/v1/messages", StringComparison.Ordinal);
        var usual = isBusy ? options.RateLimits.PerMinuteOfPeopleAndMessages : options.RateLimits.PerMinute;
        return caller.IsBot ? usual * options.RateLimits.FactorOfBots : usual;
    }

    private sealed class Bucket(int perMinute, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private double _left = perMinute;
        private long _last = time.GetTimestamp();

        /// <summary>Takes one call; or says how long until there is one again.</summary>
        public TimeSpan? Take()
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                _left = Math.Min(perMinute, _left + time.GetElapsedTime(_last, now).TotalMinutes * perMinute);
                _last = now;
                if (_left < 1) return TimeSpan.FromMinutes((1 - _left) / perMinute);
                _left--;
                return null;
            }
        }
    }
}
