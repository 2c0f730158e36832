using System.Text.Json;
using BotHost.Access;
using BotHost.Identities;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>
/// One call of a tool, from its arguments to its answer: what it is about is found out, it is decided, the decision is written down, only then it is
/// carried out, and what came of it is written down too. What Webex returns takes no part in the decision but for ids.
/// </summary>
internal sealed partial class AgentCalls(
    ToolRegistry tools, AgentGate gate, AgentAudit audit, IApprovals approvals, IdentityClients identities, FactsCache cache,
    IOptions<AgentServerOptions> options, IServiceProvider services, ILogger<AgentCalls> logger)
{
    public async Task<ToolAnswer> CallAsync(AgentProfile agent, AgentTool tool, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        try
        {
            var run = tool.Begin(arguments);
            var webex = (await identities.ClientAsync(agent.Identity, cancellationToken).ConfigureAwait(false)).Bulk;
            var context = new ToolContext(agent, webex, new CallFacts(webex, agent.Identity, cache), gate, options.Value, services)
            {
                Call = new AgentCall(tool.Name, tool.Resource, tool.Level),
            };
            // Who may not do it at all learns nothing by trying, not even whether there is such a message.
            if (tools.IsListed(agent, tool))
                context = context with { Call = await run.AimAsync(context.Call, context, cancellationToken).ConfigureAwait(false) };
            return await JudgeAsync(tool, run, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            return ToolAnswer.Failed(refusal.Text);
        }
    }

    private async Task<ToolAnswer> JudgeAsync(AgentTool tool, IToolRun run, ToolContext context, CancellationToken cancellationToken)
    {
        var (agent, call) = (context.Agent, context.Call);
        var decision = await gate.DecideAsync(agent, call, context.Facts, cancellationToken).ConfigureAwait(false);
        var number = await audit.DecidedAsync(agent, call, decision, cancellationToken).ConfigureAwait(false);
        if (decision.Verdict == AgentVerdict.NeedsApproval)
            decision = await approvals.DecideAsync(agent, call, decision, number, context.Facts, cancellationToken).ConfigureAwait(false);
        return decision.Verdict == AgentVerdict.Allowed
            ? await CarryOutAsync(tool, run, context, number, cancellationToken).ConfigureAwait(false)
            : ToolAnswer.Failed($"Not allowed: {decision.Reason}. {decision.Cure ?? "Do not try to reach the same in another way; tell the person you work for."}");
    }

    private async Task<ToolAnswer> CarryOutAsync(AgentTool tool, IToolRun run, ToolContext context, long number, CancellationToken cancellationToken)
    {
        try
        {
            // What changes something is brought to its end even if nobody waits any more: broken off, nobody would know whether it was done.
            var output = await run.RunAsync(context, tool.IsReadOnly ? cancellationToken : CancellationToken.None).ConfigureAwait(false);
            await audit.EndedAsync(number, AgentOutcome.Succeeded, null, CancellationToken.None).ConfigureAwait(false);
            return ToolAnswer.Done(output, tool, options.Value.MaxResultBytes);
        }
        catch (Exception e)
        {
            var refusal = Refusal.Of(e) ?? new Refusal(AgentOutcome.Unknown, "The host failed at it. Tell whoever runs it.", "the host failed");
            await audit.EndedAsync(number, refusal.Outcome, refusal.Detail, CancellationToken.None).ConfigureAwait(false);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw;
            if (Refusal.Of(e) is null)
                Log.Failed(logger, e, context.Agent.Name, tool.Name);
            return ToolAnswer.Failed(refusal.Text);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A call of agent {Agent} failed: {Tool}")]
        public static partial void Failed(ILogger logger, Exception error, string agent, string tool);
    }
}
