using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Asks people whether an agent may do what its grant leaves to them.</summary>
internal interface IApprovals
{
    /// <summary>The decision a person made of one that needs approval; or a denial that says how to go on, where nobody has decided yet.</summary>
    /// <param name="number">The call's row in the audit.</param>
    Task<AgentDecision> DecideAsync(AgentProfile agent, AgentCall call, AgentDecision decision, long number, ICallFacts facts, CancellationToken cancellationToken);
}

/// <summary>A host where nobody can be asked.</summary>
internal sealed class NoApprovals : IApprovals
{
    public Task<AgentDecision> DecideAsync(AgentProfile agent, AgentCall call, AgentDecision decision, long number, ICallFacts facts, CancellationToken cancellationToken) =>
        Task.FromResult(decision with
        {
            Verdict = AgentVerdict.Denied,
            Reason = decision.Reason + ", which needs a person's approval, and nobody can be asked here",
            Cure = "Ask the person you work for to do it.",
        });
}
