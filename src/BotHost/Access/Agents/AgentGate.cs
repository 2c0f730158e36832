using BotHost.Storage;

namespace BotHost.Access;

/// <summary>Decides what an agent may do, by what it is given at this moment, whatever it was given when it connected. What is not given is denied.</summary>
internal sealed class AgentGate(AgentDirectory agents, AgentBudgets budgets, TimeProvider time)
{
    /// <summary>Raised when what an agent may do changed, on this host or on another. Whoever hears it must not wait.</summary>
    public event Action? Changed
    {
        add => agents.Changed += value;
        remove => agents.Changed -= value;
    }

    /// <summary>Whether a tool is shown to an agent: whether there is any call of it that might be allowed.</summary>
    public bool Lists(AgentProfile agent, string tool, AgentResource resource, AgentLevel needs)
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        return Current(agents.Last(), agent) is { IsStopped: false } now
            && !now.Grants.Any(grant => grant is { IsDeny: true, IsNarrowed: false } && grant.IsAbout(resource))
            && now.Grants.Any(grant => grant.Gives(resource, AgentJudge.Least(needs)));
    }

    /// <summary>Decides about a call, and counts it where it is let through or waits for approval.</summary>
    public async ValueTask<AgentDecision> DecideAsync(AgentProfile agent, AgentCall call, ICallFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            var book = agents.Now();
            if (Current(book, agent) is not { } now)
                return new AgentDecision(AgentVerdict.Denied, null, $"denied: {agent.Name} is not what it was when it connected", "Connect again.");
            if (now.IsStopped)
                return Stopped(now, book.AreStopped);
            var view = new AgentCallView(call, facts, cancellationToken);
            var (giving, refusal) = await AgentJudge.JudgeAsync(now, view, time.GetUtcNow()).ConfigureAwait(false);
            if (refusal is not null)
                return refusal;
            if (call.ApprovedBy is { } approver)
                return await ApprovedAsync(giving, view, approver).ConfigureAwait(false);
            var (grant, spent) = await budgets.TakeAsync(now, giving, cancellationToken).ConfigureAwait(false);
            return grant is null ? spent! : Given(grant, call);
        }
        catch (StoreException)
        {
            return new AgentDecision(AgentVerdict.Denied, null, "denied: the store cannot be used, so nobody can tell what is allowed", "Try again later. The host's log says what is wrong with the store.");
        }
    }

    /// <summary>Whether one thing of a list may be shown. It goes by what was known at the last decision, and counts nothing.</summary>
    public async ValueTask<bool> SeesAsync(AgentProfile agent, AgentCall call, ICallFacts facts, CancellationToken cancellationToken)
    {
        if (Current(agents.Last(), agent) is not { IsStopped: false } now)
            return false;
        var (giving, _) = await AgentJudge.JudgeAsync(now, new AgentCallView(call with { IsList = false }, facts, cancellationToken), time.GetUtcNow()).ConfigureAwait(false);
        return giving.Count > 0;
    }

    /// <summary>The agent as it stands; none where it went, or came back as somebody else.</summary>
    private static AgentProfile? Current(AgentBook book, AgentProfile agent) => book.Find(agent.Name) is { } now && now.Identity == agent.Identity ? now : null;

    private static AgentDecision Given(AgentGrant grant, AgentCall call)
    {
        var level = AgentJudge.Least(call.Needs);
        return grant.NeedsApproval(call.Tool, level)
            ? new AgentDecision(AgentVerdict.NeedsApproval, grant.Name, $"grant {grant.Name} allows {AgentWords.Doing(call.Resource, level)} once a person says yes", "Wait for the answer of the people who were asked.")
            {
                Approvers = grant.Approvers,
            }
            : new AgentDecision(AgentVerdict.Allowed, grant.Name, $"allowed by grant {grant.Name}");
    }

    /// <summary>What was asked of people is judged by what is given now: the grant may have gone meanwhile, or its approvers be others.</summary>
    private static async ValueTask<AgentDecision> ApprovedAsync(IReadOnlyList<AgentGrant> giving, AgentCallView view, PersonId approver)
    {
        foreach (var grant in giving)
        {
            var isFree = !grant.NeedsApproval(view.Call.Tool, AgentJudge.Least(view.Call.Needs));
            if (isFree || approver == AgentCall.Operator || await IsApproverAsync(grant, view, approver).ConfigureAwait(false))
                return new AgentDecision(AgentVerdict.Allowed, grant.Name, isFree ? $"allowed by grant {grant.Name}" : $"allowed by grant {grant.Name}, and a person said yes");
        }

        return Given(giving[0], view.Call) with { Reason = $"whoever said yes is no approver of grant {giving[0].Name}" };
    }

    /// <summary>A space without names is whoever is in it, and who pressed there was.</summary>
    private static async ValueTask<bool> IsApproverAsync(AgentGrant grant, AgentCallView view, PersonId approver) => grant.ApprovingPeople is { Count: > 0 } people
        ? await AgentPeople.NameAsync(people, await view.ConcernedAsync(approver, []).ConfigureAwait(false), view, isDeny: false).ConfigureAwait(false) == Holds.Yes
        : grant.ApprovingSpace is { } space && view.Call.ApprovedIn == space;

    private static AgentDecision Stopped(AgentProfile agent, bool areAll) => areAll
        ? new AgentDecision(AgentVerdict.Denied, null, "denied: all agents are stopped", "Whoever operates the bot starts them again: agents start")
        : new AgentDecision(AgentVerdict.Denied, null, $"denied: {agent.Name} is stopped", $"Whoever operates the bot starts it again: agent start {agent.Name}");
}
