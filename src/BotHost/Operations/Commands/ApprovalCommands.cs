using BotHost.Agents;

namespace BotHost.Operations;

/// <summary>Commands about what agents have asked people.</summary>
internal sealed class ApprovalCommands(PersonRequests requests)
{
    public static IEnumerable<AdminCommand> All =>
        [AdminCommand.Read<ApprovalCommands>("approval list", null, "what agents have asked people, and what they said; never the answer's words", c => c.ListAsync, "agent", "limit")];

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
                    r.Id, r.Agent, Choices.Name(r.Kind), Choices.Name(r.At(requests.Now)), r.Wish, Choices.Time(r.AskedAt), Choices.Time(r.UntilAt), r.AnsweredBy, r.Decision,
                }),
            ])));
    }
}
