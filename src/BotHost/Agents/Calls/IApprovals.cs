using BotHost.Access;
using BotHost.Storage;

namespace BotHost.Agents;

/// <summary>Asks people whether an agent may do what its grant leaves to them.</summary>
internal interface IApprovals
{
    /// <summary>
    /// Takes a call whose decision needs a person's yes. Returns it as it is to be written down: allowed, with who said yes; denied; or as it came, where
    /// somebody is asked and the agent has to come back: then the decision's cure says how. <c>Also</c> joins the transaction that writes it down, and gets its number.
    /// </summary>
    Task<(AuditedCall Call, Action<WriteSession, long>? Also)> DecideAsync(AuditedCall call, ICallFacts facts, CancellationToken cancellationToken);
}

/// <summary>A host where nobody can be asked.</summary>
internal sealed class NoApprovals : IApprovals
{
    public Task<(AuditedCall Call, Action<WriteSession, long>? Also)> DecideAsync(AuditedCall call, ICallFacts facts, CancellationToken cancellationToken)
    {
        var decision = call.Decision with { Verdict = AgentVerdict.Denied, Cure = "It needs a person's yes, and nobody can be asked here. Tell the person you work for." };
        return Task.FromResult((call with { Decision = decision }, (Action<WriteSession, long>?)null));
    }
}
