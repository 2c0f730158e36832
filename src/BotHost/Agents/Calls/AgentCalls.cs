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
/// carried out, and what came of it is written down too. What Webex returns takes no part in the decision but for ids. Who was refused too often, or has too many calls under way, is
/// answered before any of it.
/// </summary>
internal sealed partial class AgentCalls(
    ToolRegistry tools, AgentGate gate, AgentRefusals refusals, AgentAudit audit, Approvals approvals, IdentityClients identities, FactsCache cache,
    IOptions<AgentServerOptions> options, IServiceProvider services, ILogger<AgentCalls> logger)
{
    private readonly AtOnce _underWay = new();

    public async Task<ToolAnswer> CallAsync(Caller caller, AgentTool tool, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        if (refusals.TurnAway(caller.Agent) is { } tooOften)
            return Denied(tooOften);
        using var place = _underWay.Enter(caller.Agent.Name, options.Value.CallsAtOnce);
        if (place is null)
        {
            refusals.Count(caller.Agent, $"{options.Value.CallsAtOnce} of its calls were under way");
            return ToolAnswer.Failed($"{options.Value.CallsAtOnce} of your calls are under way, and no more may be at once. Wait until one of them is answered, then call again.");
        }

        return await AnswerAsync(caller, tool, arguments, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ToolAnswer> AnswerAsync(Caller caller, AgentTool tool, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        IToolRun run;
        try
        {
            run = tool.Begin(arguments);
        }
        catch (ToolException e)
        {
            refusals.Add(caller.Agent);
            return ToolAnswer.Failed(e.Message);
        }

        try
        {
            // Who may not do it at all learns nothing by trying, not even whether there is such a message.
            if (!tools.IsListed(caller.Agent, tool))
            {
                var decision = await gate.DecideAsync(caller.Agent, Plain(tool), NoFacts.Instance, cancellationToken).ConfigureAwait(false);
                return Denied(await DenyAsync(caller, Plain(tool), decision, cancellationToken).ConfigureAwait(false));
            }

            var (aimed, refusal) = await AimAsync(caller, tool, run, arguments, cancellationToken).ConfigureAwait(false);
            return aimed is null
                ? ToolAnswer.Failed(refusal!.Text)
                : await JudgeAsync(caller, tool, run, aimed, arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            return ToolAnswer.Failed(refusal.Text);
        }
    }

    /// <summary>Finds out what the call is about, and decides. What cannot be found out is refused; that it was wanted is written down.</summary>
    private async Task<(AimedCall? Aimed, Refusal? Refusal)> AimAsync(
        Caller caller, AgentTool tool, IToolRun run, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        var call = Plain(tool);
        try
        {
            var webex = (await identities.ClientAsync(caller.Agent.Identity, cancellationToken).ConfigureAwait(false)).Bulk;
            var context = new ToolContext(caller.Agent, webex, new CallFacts(webex, caller.Agent.Identity, cache), gate, options.Value, services)
            {
                Call = call, Arguments = arguments, Progress = caller.Progress,
            };
            call = await run.AimAsync(call, context, cancellationToken).ConfigureAwait(false);
            context = context with { Call = call };
            var decision = await gate.DecideAsync(caller.Agent, call, context.Facts, cancellationToken).ConfigureAwait(false);
            return (new AimedCall(context, await DescribeAsync(caller, tool, run, context, decision, cancellationToken).ConfigureAwait(false)), null);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            await DenyAsync(caller, call, new AgentDecision(AgentVerdict.Denied, null, "denied: what it is about could not be found out"), cancellationToken).ConfigureAwait(false);
            return (null, refusal);
        }
    }

    private static async Task<AuditedCall> DescribeAsync(
        Caller caller, AgentTool tool, IToolRun run, ToolContext context, AgentDecision decision, CancellationToken cancellationToken)
    {
        var (call, facts) = (context.Call, context.Facts);
        // An address is kept nowhere; whose it is can be told, and erased.
        if (decision.Verdict != AgentVerdict.Denied && call is { Person: null, Email: { } email })
            call = call with { Person = await facts.PersonOfAsync(email, cancellationToken).ConfigureAwait(false) };
        return new AuditedCall(caller.Agent.Name, caller.Agent.Identity, call, decision)
        {
            Session = caller.Session, Request = caller.Request, Text = run.Text,
            // For the sentence people read: worth a call where something happens, not where something is looked at.
            IdentityName = tool.IsReadOnly ? null : await facts.NameAsync(cancellationToken).ConfigureAwait(false),
            Title = tool.IsReadOnly || call.Room is not { } room ? null : await facts.TitleOfAsync(room, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<AgentDecision> DenyAsync(Caller caller, AgentCall call, AgentDecision decision, CancellationToken cancellationToken)
    {
        var denied = decision with { Verdict = AgentVerdict.Denied };
        var audited = new AuditedCall(caller.Agent.Name, caller.Agent.Identity, call, denied) { Session = caller.Session, Request = caller.Request };
        await DecidedAsync(caller, audited, null, cancellationToken).ConfigureAwait(false);
        return denied;
    }

    /// <summary>Writes a decision down; of refusals, as many as an agent may have within a minute.</summary>
    private async Task<long> DecidedAsync(Caller caller, AuditedCall audited, Action<WriteSession, long>? also, CancellationToken cancellationToken) =>
        audited.Decision.Verdict == AgentVerdict.Denied && !refusals.Add(caller.Agent) ? 0 : await audit.DecidedAsync(audited, also, cancellationToken).ConfigureAwait(false);

    private async Task<ToolAnswer> JudgeAsync(
        Caller caller, AgentTool tool, IToolRun run, AimedCall aimed, IDictionary<string, JsonElement>? arguments, CancellationToken cancellationToken)
    {
        var (context, audited) = aimed;
        var also = (Action<WriteSession, long>?)null;
        if (audited.Decision.Verdict == AgentVerdict.NeedsApproval)
        {
            var (approved, refusal) = await AskAsync(caller, new ApprovalAsk(context.Agent, audited, arguments, context.Facts, caller.Progress), cancellationToken).ConfigureAwait(false);
            if (approved is null)
                return ToolAnswer.Failed(refusal!.Text);
            if (approved.IsWritten)
                return Denied(approved.Call.Decision);
            (audited, also) = (approved.Call, approved.Also);
        }

        long number;
        try
        {
            number = await DecidedAsync(caller, audited, also, cancellationToken).ConfigureAwait(false);
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

    private async Task<(ApprovedCall? Approved, Refusal? Refusal)> AskAsync(Caller caller, ApprovalAsk ask, CancellationToken cancellationToken)
    {
        try
        {
            return (await approvals.DecideAsync(ask, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            await DenyAsync(caller, ask.Call.Call, ask.Call.Decision with { Reason = "denied: people could not be asked" }, cancellationToken).ConfigureAwait(false);
            return (null, refusal);
        }
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

    /// <summary>A call of which it is known what it is about, and decided.</summary>
    private sealed record AimedCall(ToolContext Context, AuditedCall Audited);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A call of agent {Agent} failed: {Tool}")]
        public static partial void Failed(ILogger logger, Exception error, string agent, string tool);
    }
}
