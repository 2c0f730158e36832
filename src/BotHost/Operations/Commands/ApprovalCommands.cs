using BotHost.Agents;

namespace BotHost.Operations;

/// <summary>Commands about what agents have asked people. What a call waits for, operators may say too; what was put to a person is theirs.</summary>
internal sealed class ApprovalCommands(PersonRequests requests, PeopleDesk desk, Audit audit)
{
    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<ApprovalCommands>("approval list", null, "what agents have asked people, and what they said; never the answer's words", c => c.ListAsync, ("agent", "name"), ("limit", "number")),
        AdminCommand.Change<ApprovalCommands>("approval approve", "number", "lets a call that waits for people be made, once", c => c.ApproveAsync),
        AdminCommand.Change<ApprovalCommands>("approval deny", "number", "turns such a call down", c => c.DenyAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!Choices.TryLimit(call, out var limit))
            return Task.FromResult(AdminAnswer.BadInput(Choices.LimitRange));
        var found = requests.List(call["agent"], limit);
        return Task.FromResult(AdminAnswer.Done(
            found.Count == 0 ? "Nobody was asked anything." : null,
            new AdminTable("requests", ["request", "agent", "kind", "state", "wants", "asked", "until", "answered by", "call"],
            [
                .. found.Select(r => new object?[]
                {
                    r.Id, r.Agent, Choices.Name(r.Kind), Choices.Name(r.At(requests.Now)), r.Wish, Choices.Time(r.AskedAt), Choices.Time(r.UntilAt), r.AnsweredName ?? r.AnsweredBy, r.Decision,
                }),
            ])));
    }

    private Task<AdminAnswer> ApproveAsync(AdminCall call, CancellationToken cancellationToken) =>
        DecideAsync(call, "approval approve", isYes: true, "is approved: the call may be made, once, if it is still given then", cancellationToken);

    private Task<AdminAnswer> DenyAsync(AdminCall call, CancellationToken cancellationToken) =>
        DecideAsync(call, "approval deny", isYes: false, "is turned down", cancellationToken);

    private Task<AdminAnswer> DecideAsync(AdminCall call, string action, bool isYes, string done, CancellationToken cancellationToken)
    {
        var id = call.Number("number")!.Value;
        return audit.RunAsync(call, action, $"request {id}", (session, _) => desk.Decide(session, id, isYes) switch
        {
            AnswerResult.Taken => AdminAnswer.Done($"Request {id} {done}."),
            AnswerResult.Closed => AdminAnswer.Trouble($"Request {id} was answered already. See `approval list`."),
            AnswerResult.Late => AdminAnswer.Trouble($"The time of request {id} is over. Where the call is still needed, the agent makes it again."),
            _ => AdminAnswer.NotFound($"There is no call that waits as request {id}. Take the number of one of the kind `approval` from `approval list`."),
        }, desk.Ring, cancellationToken);
    }
}
