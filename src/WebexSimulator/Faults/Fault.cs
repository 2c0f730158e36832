using WebexSimulator.Model;
using WebexSimulator.Webhooks;

namespace WebexSimulator.Faults;

/// <summary>A rule in use: with what it has matched and hit so far, and its own random.</summary>
internal sealed class Fault(FaultRule rule, string id)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(rule.Seed);
    private int _matched;
    private int _injected;

    public string Id => id;
    public FaultRule Rule => rule;
    public FaultState State => new(rule with { Id = id }, _matched, _injected);

    public bool Hits(FaultCall call) =>
        rule.Delivery is null
        && (rule.Method is null || rule.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
        && (rule.Path is not { } path || IsAt(path, call))
        && (rule.Token is null || rule.Token == call.Token)
        && IsOf(call.Caller)
        && Falls();

    public bool Hits(Webhook webhook, WorldEvent happened) =>
        rule.Delivery is not null
        && (rule.WebhookId is null || rule.WebhookId == webhook.Id)
        && (rule.Resource is null || rule.Resource == happened.Resource)
        && (rule.Event is null || rule.Event == happened.Event)
        && IsOf(webhook.Owner)
        && Falls();

    private bool IsOf(Person? person) => rule.Email is null || rule.Email.Equals(person?.Email, StringComparison.OrdinalIgnoreCase);

    private static bool IsAt(string wanted, FaultCall call)
    {
        var full = wanted.StartsWith("/v1", StringComparison.Ordinal) ? wanted : "/v1" + wanted;
        return full.EndsWith('*') ? call.Path.StartsWith(full[..^1], StringComparison.OrdinalIgnoreCase)
            : full.Equals(call.Route, StringComparison.OrdinalIgnoreCase) || full.Equals(call.Path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }

    private bool Falls()
    {
        lock (_gate)
        {
            if (_matched++ < rule.Skip || _injected >= rule.Count) return false;
            if (rule.Share < 1 && _random.NextDouble() >= rule.Share) return false;
            _injected++;
            return true;
        }
    }
}

/// <summary>A call, as rules look at it.</summary>
/// <param name="Token">As it was sent, be it valid or not.</param>
/// <param name="Caller">None where there is no valid token.</param>
internal sealed record FaultCall(string Method, string Route, string Path, string? Token, Person? Caller);

/// <summary>A rule, and how often it matched and hit.</summary>
internal sealed record FaultState(FaultRule Rule, int Matched, int Injected);
