using System.Collections.Concurrent;

namespace BotHost.Webex;

/// <summary>One gate for each endpoint, shared by all its callers.</summary>
internal sealed class RateGates(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, RateGate> gates = new(StringComparer.Ordinal);

    public RateGate For(string endpoint) => gates.GetOrAdd(endpoint, _ => new RateGate(time));
}
