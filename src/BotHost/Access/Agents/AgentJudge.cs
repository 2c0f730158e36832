namespace BotHost.Access;

/// <summary>What the grants of an agent make of a call, before anything is counted: a refusal, or the grants that give it, the most generous first.</summary>
internal static class AgentJudge
{
    public static async ValueTask<(IReadOnlyList<AgentGrant> Giving, AgentDecision? Refusal)> JudgeAsync(AgentProfile agent, AgentCallView view, DateTimeOffset now)
    {
        var (resource, level) = (view.Call.Resource, Least(view.Call.Needs));
        foreach (var deny in agent.Grants.Where(grant => grant.IsDeny && grant.IsAbout(resource)))
        {
            var (reach, _) = await AgentNarrowings.ReachAsync(deny, view, now).ConfigureAwait(false);
            if (reach != Holds.No)
                return ([], Refused(agent, deny, isSure: reach == Holds.Yes));
        }

        var giving = new List<AgentGrant>();
        AgentDecision? outOfReach = null;
        foreach (var grant in agent.Grants.Where(grant => grant.Gives(resource, level)))
        {
            var (reach, whyNot) = await AgentNarrowings.ReachAsync(grant, view, now).ConfigureAwait(false);
            if (reach == Holds.Yes)
                giving.Add(grant);
            else
                outOfReach ??= OutOfReach(agent, grant, whyNot!, isSure: reach == Holds.No);
        }

        return giving.Count == 0
            ? ([], outOfReach ?? NotCovered(agent, resource, level))
            : ([.. giving.OrderBy(grant => grant.NeedsApproval(view.Call.Tool, level)).ThenBy(grant => grant.PerMinute > 0 || grant.PerDay > 0)
                .ThenByDescending(grant => grant.Level).ThenBy(grant => grant.Name, StringComparer.Ordinal)], null);
    }

    /// <summary>What is not even looked at needs no grant, and there is no such call.</summary>
    public static AgentLevel Least(AgentLevel needs) => needs == AgentLevel.Off ? AgentLevel.Read : needs;

    private static AgentDecision Refused(AgentProfile agent, AgentGrant deny, bool isSure) => new(
        AgentVerdict.Denied, deny.Name,
        isSure ? $"denied by grant {deny.Name}" : $"denied by grant {deny.Name}: nobody can tell that it does not reach this",
        $"No other grant overrides it. Whoever operates the bot can look: agent show {agent.Name}");

    private static AgentDecision OutOfReach(AgentProfile agent, AgentGrant grant, string whyNot, bool isSure) => new(
        AgentVerdict.Denied, null,
        isSure ? $"denied: grant {grant.Name} {whyNot}" : $"denied: nobody can tell whether grant {grant.Name} reaches this",
        $"Whoever operates the bot can look what it reaches, and change it: agent show {agent.Name}");

    private static AgentDecision NotCovered(AgentProfile agent, AgentResource resource, AgentLevel level) => new(
        AgentVerdict.Denied, null,
        $"denied: no grant of {agent.Name} covers {AgentWords.Doing(resource, level)}",
        $"Ask whoever operates the bot for it: agent grant {agent.Name} --name <name> --resources {AgentWords.Of(resource)} --level {AgentWords.Of(level)}{(resource == AgentResource.Commands ? " --commands <commands>" : "")}");
}
