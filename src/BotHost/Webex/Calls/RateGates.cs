using System.Collections.Concurrent;

namespace BotHost.Webex;

/// <summary>One gate for each endpoint and identity, for Webex counts the calls of each of its users apart.</summary>
internal sealed class RateGates(TimeProvider time)
{
    private readonly ConcurrentDictionary<(WebexIdentity, string), RateGate> gates = new();

    public RateGate For(WebexCall call) => gates.GetOrAdd((call.Caller.Identity, call.Endpoint), _ => new RateGate(time));
}
