namespace BotHost.Access;

// Deleted when the gate and the audit are merged.
internal sealed record AgentProfile(string Name, WebexIdentity Identity);

internal sealed class AgentDirectory
{
    public Task<AgentProfile?> AuthenticateAsync(string bearer, CancellationToken cancellationToken) =>
        Task.FromResult(bearer.StartsWith("stub-", StringComparison.Ordinal) ? new AgentProfile(bearer[5..], WebexIdentity.Bot) : null);
}

internal sealed class AgentGate
{
#pragma warning disable CS0067
    public event Action? Changed;
#pragma warning restore CS0067

    public bool Lists(AgentProfile agent, string tool, AgentResource resource, AgentLevel level) => true;

    public ValueTask<AgentDecision> DecideAsync(AgentProfile agent, AgentCall call, ICallFacts facts, CancellationToken cancellationToken) =>
        new(new AgentDecision(AgentVerdict.Allowed, "stub", "allowed by grant stub"));

    public ValueTask<bool> SeesAsync(AgentProfile agent, AgentCall call, ICallFacts facts, CancellationToken cancellationToken) => new(true);
}
