using System.Text.Json;
using BotHost.Access;
using BotHost.Dispatch;
using BotHost.Outbox;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Agents;

/// <summary>A call that waits for a person's yes.</summary>
internal sealed record ApprovalAsk(AgentProfile Agent, AuditedCall Call, IDictionary<string, JsonElement>? Arguments, ICallFacts Facts, IProgress<string>? Progress)
{
    /// <summary>What the agent wants, in our words.</summary>
    public string Wish => AuditSentence.Wish(Call);
}

/// <summary>A call as it is to go on.</summary>
/// <param name="Call">Allowed, with who said yes; denied; or waiting still.</param>
/// <param name="Also">Joins the transaction that writes the decision down: the yes is used up with it.</param>
/// <param name="IsWritten">Whether the decision is written down already.</param>
internal sealed record ApprovedCall(AuditedCall Call, Action<WriteSession, long>? Also = null, bool IsWritten = false);

/// <summary>
/// Asks those whom a grant names whether a call may be made, and waits for the first answer. A yes is good for one call, the same one; it is judged with the grants as they
/// are when the call is made. A no stands for as long as a yes would.
/// </summary>
internal sealed class Approvals(
    PeopleDesk desk, PersonRequests requests, PeopleDirectory people, Addressing addressing, AgentAudit audit, AgentGate gate, IOptions<PeopleOptions> options)
{
    public async Task<ApprovedCall> DecideAsync(ApprovalAsk ask, CancellationToken cancellationToken)
    {
        using var place = desk.Enter(ask.Agent.Name);
        var key = CallKey.Of(ask.Agent, ask.Call.Call.Tool, ask.Arguments);
        var isNew = false;
        if (requests.FindOpen(ask.Agent.Name, key)?.Id is not { } id)
        {
            if (await ApproversAsync(ask.Call.Decision.Approvers, cancellationToken).ConfigureAwait(false) is not { } approvers)
                return new ApprovedCall(Deny(ask.Call, "nobody who may say yes can be reached", "Tell the person you work for: the grant's approvers are not people, or no space, that Webex shows to this bot."));
            (id, isNew) = (await AskAsync(ask, key, approvers, cancellationToken).ConfigureAwait(false), true);
        }

        var (request, state) = await desk.WaitAsync(id, options.Value.WaitForPeople, ask.Progress, cancellationToken).ConfigureAwait(false);
        return state switch
        {
            RequestState.Approved => await ApprovedAsync(ask, request, cancellationToken).ConfigureAwait(false),
            RequestState.Denied => new ApprovedCall(Deny(ask.Call, "a person said no", "Do not ask again, and do not try to reach the same in another way.") with { Approver = request.Answerer, ApproverName = request.AnsweredName }),
            RequestState.Pending => new ApprovedCall(Wait(ask.Call, id), IsWritten: isNew),
            _ => new ApprovedCall(Deny(ask.Call, "nobody said yes in time, or their yes was used for another call", "Where it is still needed, call again: people are asked anew.")),
        };
    }

    /// <summary>Writes the decision down with the question to the approvers.</summary>
    private async Task<long> AskAsync(ApprovalAsk ask, string key, Asked asked, CancellationToken cancellationToken)
    {
        var until = desk.Until;
        var person = ask.Agent.Identity is { Kind: IdentityKind.Person, Id: { } who } ? (await people.ReadAsync(new PersonId(who), cancellationToken).ConfigureAwait(false))?.DisplayName : null;
        (long Id, IReadOnlyList<EffectDraft> Effects)? put = null;
        await audit.DecidedAsync(ask.Call, (session, number) => put = desk.Put(
            session,
            new PersonRequest
            {
                Agent = ask.Agent.Name, KindName = nameof(RequestKind.Approval), CallKey = key, Decision = number, Wish = ask.Wish,
                Asked = asked.Names, Room = asked.Room?.Value, UntilAt = until.ToUnixTimeMilliseconds(),
            },
            asked, (language, id) => PeopleCards.Approval(language, ask, person, id, until)), cancellationToken).ConfigureAwait(false);
        desk.Wake(put?.Effects ?? []);
        // The same call may have asked at the same moment, on another host too.
        return put?.Id ?? requests.FindOpen(ask.Agent.Name, key)?.Id ?? throw new ToolException("The same call is just being decided elsewhere. Repeat it in a moment.");
    }

    private async Task<ApprovedCall> ApprovedAsync(ApprovalAsk ask, PersonRequest request, CancellationToken cancellationToken)
    {
        var call = ask.Call.Call with { ApprovedBy = request.Answerer, ApprovedIn = request.Room is { } room ? new RoomId(room) : null };
        var decision = await gate.DecideAsync(ask.Agent, call, ask.Facts, cancellationToken).ConfigureAwait(false);
        if (decision.Verdict == AgentVerdict.NeedsApproval)
            return new ApprovedCall(Deny(ask.Call, decision.Reason, "The grant changed meanwhile. Tell the person you work for."));
        return new ApprovedCall(
            ask.Call with { Call = call, Decision = decision, Approver = request.Answerer, ApproverName = request.AnsweredName },
            decision.Verdict == AgentVerdict.Allowed ? (session, _) => UseUp(session, request.Id) : null);
    }

    private static void UseUp(WriteSession session, long id)
    {
        if (!PersonRequests.Use(session, id))
            throw new ToolException("The person's yes was used by another call of yours just now. Call again where it is needed once more: people are asked anew.");
    }

    /// <summary>Null where nobody can be asked.</summary>
    private async Task<Asked?> ApproversAsync(IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var found = new List<Addressee>();
        foreach (var name in named.Where(name => !AgentGrant.IsSpace(name)))
        {
            if (await addressing.PersonAsync(name.Contains('@') ? null : new PersonId(name), name, cancellationToken).ConfigureAwait(false) is { } person)
                found.Add(person);
        }

        List<Addressee> approvers = [.. found.DistinctBy(person => person.ToString())];
        if (AgentGrant.SpaceIn(named) is not { } space)
            return approvers.Count > 0 ? new Asked(approvers) : null;
        // Where people are named, none of whom can be found, it is not for everybody in the space.
        if (approvers.Count == 0 && !named.All(AgentGrant.IsSpace))
            return null;
        return await Refusals.FindAsync(addressing.SpaceAsync(space, approvers, cancellationToken)).ConfigureAwait(false);
    }

    private static AuditedCall Wait(AuditedCall call, long id) => call with
    {
        Decision = call.Decision with { Cure = $"People were asked (request {id}). Repeat the same call to go on waiting for their answer, or see how it stands with get-approval." },
    };

    private static AuditedCall Deny(AuditedCall call, string reason, string cure) => call with
    {
        Decision = call.Decision with { Verdict = AgentVerdict.Denied, Reason = reason, Cure = cure },
    };
}
