using System.Collections.Concurrent;

namespace BotHost.Webex;

/// <summary>One gate for each endpoint and identity, for Webex counts the calls of each of its users apart.</summary>
internal sealed class RateGates(TimeProvider time)
{
    private const int MostKept = 5000;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(WebexIdentity, string), RateGate> gates = new();

    public RateGate For(WebexCall call)
    {
        var key = (call.Caller.Identity, call.Endpoint);
        if (gates.TryGetValue(key, out var known))
            return known;
        if (gates.Count > MostKept)
            Forget();
        return gates.GetOrAdd(key, _ => new RateGate(time));
    }

    /// <summary>One that has been open for a while is as good as a new one.</summary>
    private void Forget()
    {
        foreach (var (key, gate) in gates.Where(gate => gate.Value.Remaining < -Settled))
            gates.TryRemove(new(key, gate));
    }
}
