using System.Text.Json;
using BotHost.Access;
using BotHost.Identities;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>Who asks, and in which session and request of theirs.</summary>
/// <param name="Progress">Where the client wants to hear that it still goes on; null where it does not.</param>
internal sealed record Caller(AgentProfile Agent, string? Session = null, string? Request = null, IProgress<string>? Progress = null);

/// <summary>
/// One call of a tool, from its arguments to its answer: what it is about is found out, it is decided, the decision is written down, only then it is
/// carried out, and what came of it is written down too. What Webex returns takes no part in the decision but for ids.
/// </summary>
internal sealed partial class AgentCalls(
    ToolRegistry tools, AgentGate gate, AgentAudit audit, Approvals approvals, IdentityClients identities, FactsCache cache,
    IOptions<AgentServerOptions> options, IServiceProvider services, ILogger<AgentCalls> logger)
{
    public async Task<ToolAnswer> CallAsync(Caller caller, AgentTool tool, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        try
        {
            var run = tool.Begin(arguments);
            // Who may not do it at all learns nothing by trying, not even whether there is such a message.
            if (!tools.IsListed(caller.Agent, tool))
            {
                var decision = await gate.DecideAsync(caller.Agent, Plain(tool), NoFacts.Instance, cancellationToken).ConfigureAwait(false);
                return Denied(await DenyAsync(caller, Plain(tool), decision, cancellationToken).ConfigureAwait(false));
            }

            var (context, refusal) = await AimAsync(caller, tool, run, cancellationToken).ConfigureAwait(false);
            return context is null
                ? ToolAnswer.Failed(refusal!.Text)
                : await JudgeAsync(caller, tool, run, context, arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            return ToolAnswer.Failed(refusal.Text);
        }
    }

    /// <summary>Finds out what the call is about. What cannot be found out is not decided about; that it was wanted is written down.</summary>
    private async Task<(ToolContext? Context, Refusal? Refusal)> AimAsync(Caller caller, AgentTool tool, IToolRun run, CancellationToken cancellationToken)
    {
        try
        {
            var webex = (await identities.ClientAsync(caller.Agent.Identity, cancellationToken).ConfigureAwait(false)).Bulk;
            var context = new ToolContext(caller.Agent, webex, new CallFacts(webex, caller.Agent.Identity, cache), gate, options.Value, services) { Call = Plain(tool), Progress = caller.Progress };
            return (context with { Call = await run.AimAsync(context.Call, context, cancellationToken).ConfigureAwait(false) }, null);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            var decision = new AgentDecision(AgentVerdict.Denied, null, "denied: what it is about could not be found out");
            await DenyAsync(caller, Plain(tool), decision, cancellationToken).ConfigureAwait(false);
            return (null, refusal);
        }
    }

    private async Task<AgentDecision> DenyAsync(Caller caller, AgentCall call, AgentDecision decision, CancellationToken cancellationToken)
    {
        var denied = decision with { Verdict = AgentVerdict.Denied };
        var audited = new AuditedCall(caller.Agent.Name, caller.Agent.Identity, call, denied) { Session = caller.Session, Request = caller.Request };
        await audit.DecidedAsync(audited, null, cancellationToken).ConfigureAwait(false);
        return denied;
    }

    private async Task<ToolAnswer> JudgeAsync(
        Caller caller, AgentTool tool, IToolRun run, ToolContext context, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        var decision = await gate.DecideAsync(context.Agent, context.Call, context.Facts, cancellationToken).ConfigureAwait(false);
        var audited = new AuditedCall(context.Agent.Name, context.Agent.Identity, context.Call, decision)
        {
            Session = caller.Session, Request = caller.Request, Text = run.Text,
            // For the sentence people read: worth a call where something happens, not where something is looked at.
            IdentityName = tool.IsReadOnly ? null : await context.Facts.NameAsync(cancellationToken).ConfigureAwait(false),
            Title = tool.IsReadOnly || context.Call.Room is not { } room ? null : await context.Facts.TitleOfAsync(room, cancellationToken).ConfigureAwait(false),
        };
        var also = (Action<WriteSession, long>?)null;
        if (decision.Verdict == AgentVerdict.NeedsApproval)
        {
            var ask = new ApprovalAsk(context.Agent, audited, arguments, context.Facts, caller.Progress);
            var approved = await approvals.DecideAsync(ask, cancellationToken).ConfigureAwait(false);
            if (approved.IsWritten)
                return Denied(approved.Call.Decision);
            (audited, also) = (approved.Call, approved.Also);
        }

        long number;
        try
        {
            number = await audit.DecidedAsync(audited, also, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException e)
        {
            // The yes it came with was used by the same call, made at the same moment.
            await DenyAsync(caller, context.Call, audited.Decision with { Reason = "a person's yes is good for one call, and was used" }, cancellationToken).ConfigureAwait(false);
            return ToolAnswer.Failed(e.Message);
        }

        return audited.Decision.Verdict == AgentVerdict.Allowed
            ? await CarryOutAsync(tool, run, context, number, cancellationToken).ConfigureAwait(false)
            : Denied(audited.Decision);
    }

    private async Task<ToolAnswer> CarryOutAsync(AgentTool tool, IToolRun run, ToolContext context, long number, CancellationToken cancellationToken)
    {
        try
        {
            // What changes something is brought to its end even if nobody waits any more: broken off, nobody would know whether it was done.
            var output = await run.RunAsync(context with { Number = number }, tool.IsReadOnly ? cancellationToken : CancellationToken.None).ConfigureAwait(false);
            await audit.EndedAsync(number, AuditedOutcome.Done(tool.IsReadOnly ? null : output.Id)).ConfigureAwait(false);
            return ToolAnswer.Done(output, tool, options.Value.MaxResultBytes);
        }
        catch (Exception e)
        {
            var refusal = Refusal.Of(e) ?? Refusal.Fault;
            await audit.EndedAsync(number, refusal.Outcome).ConfigureAwait(false);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw;
            if (refusal == Refusal.Fault)
                Log.Failed(logger, e, context.Agent.Name, tool.Name);
            return ToolAnswer.Failed(refusal.Text);
        }
    }

    private static AgentCall Plain(AgentTool tool) => new(tool.Name, tool.Resource, tool.Level);

    private static ToolAnswer Denied(AgentDecision decision) =>
        ToolAnswer.Failed($"{(decision.Verdict == AgentVerdict.NeedsApproval ? "Not yet" : "Not allowed")}: {decision.Reason}. {decision.Cure ?? "Do not try to reach the same in another way; tell the person you work for."}");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A call of agent {Agent} failed: {Tool}")]
        public static partial void Failed(ILogger logger, Exception error, string agent, string tool);
    }
}
