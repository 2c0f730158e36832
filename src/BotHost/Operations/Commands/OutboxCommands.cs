using BotHost.Outbox;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Commands about effects: what the bot is to say, and what became of it.</summary>
internal sealed class OutboxCommands(Database database, [FromKeyedServices(LaneSet.Outbox)] ILanes lanes, Audit audit)
{
    private static readonly string States = string.Join(", ", Enum.GetNames<EffectState>().Select(name => name.ToLowerInvariant()));

    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<OutboxCommands>("outbox list", null, "what is not sent yet, was rejected, or may or may not have been sent", c => c.ListAsync, ("state", "word"), ("limit", "number")),
        AdminCommand.Change<OutboxCommands>("outbox retry", "number", "sends a rejected or unknown effect again", c => c.RetryAsync),
        AdminCommand.Change<OutboxCommands>("outbox discard", "number", "ends a rejected or unknown effect; its content goes", c => c.DiscardAsync),
    ];

    public static AdminTable Table(IReadOnlyList<EffectFacts> effects) => new(
        "effects", ["effect", "state", "event", "ordinal", "target", "tries", "guesses", "added", "message", "reason"],
        [
            .. effects.Select(e => new object?[]
            {
                e.Sequence, Choices.Name(e.State), e.Event, e.Ordinal, e.Target, e.Tries, e.Guesses, Choices.Time(e.AddedAt), e.MessageId, e.Reason,
            }),
        ]);

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!Choices.TryState<EffectState>(call["state"], out var state))
            return Task.FromResult(AdminAnswer.BadInput($"'{call["state"]}' is not a state. There are {States}."));
        if (!Choices.TryLimit(call, out var limit))
            return Task.FromResult(AdminAnswer.BadInput(Choices.LimitRange));
        var found = database.Read(connection => OutboxAdmin.List(connection, state, limit));
        return Task.FromResult(AdminAnswer.Done(found.Count == 0 ? "No such effects." : null, Table(found)));
    }

    private Task<AdminAnswer> RetryAsync(AdminCall call, CancellationToken cancellationToken)
    {
        string? target = null;
        return OnAsync(call, "outbox retry", () => lanes.Wake(target!, dueAt: 0), (session, e, now) =>
        {
            if (e.HasBody == 0)
                return AdminAnswer.Trouble($"The content of effect {e.Sequence} is gone, so there is nothing to send. Discard it: outbox discard {e.Sequence}");
            target = e.Target;
            OutboxAdmin.Retry(session, e.Sequence, now);
            lanes.Announce(session, target, now);
            return AdminAnswer.Done($"Effect {e.Sequence} is to be sent again."
                + (e.State == EffectState.Unknown ? " If Webex did take it the first time, people see it twice." : ""));
        }, cancellationToken);
    }

    private Task<AdminAnswer> DiscardAsync(AdminCall call, CancellationToken cancellationToken) => OnAsync(call, "outbox discard", null, (session, e, now) =>
    {
        OutboxAdmin.Discard(session, e.Sequence, now);
        return AdminAnswer.Done($"Effect {e.Sequence} is discarded; its content is gone.");
    }, cancellationToken);

    private Task<AdminAnswer> OnAsync(
        AdminCall call, string action, Action? committed, Func<WriteSession, EffectFacts, long, AdminAnswer> work, CancellationToken cancellationToken)
    {
        var number = call.Number("number")!.Value;
        return audit.RunAsync(call, action, $"effect {number}", (session, now) => OutboxAdmin.Find(session, number) switch
        {
            null => AdminAnswer.NotFound($"There is no effect {number}. Take a number from `outbox list`."),
            { IsLaidAside: false } e => AdminAnswer.Trouble($"Effect {number} is {Choices.Name(e.State)}. Only what is rejected or unknown can be sent again or discarded."),
            var e => work(session, e, now),
        }, committed, cancellationToken);
    }
}
