using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Commands about events: what came in, and what became of it.</summary>
internal sealed class InboxCommands(Database database, EventInbox inbox, [FromKeyedServices(LaneSet.Inbox)] ILanes lanes, Audit audit)
{
    private static readonly string States = string.Join(", ", Enum.GetNames<EventStatus>().Select(name => name.ToLowerInvariant()));

    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<InboxCommands>("inbox list", null, "events, newest first", c => c.ListAsync, ("state", "word"), ("room", "id"), ("limit", "number")),
        AdminCommand.Read<InboxCommands>("inbox show", "number", "one event: its keys, attempts, effects and steps, without its content", c => c.ShowAsync),
        AdminCommand.Change<InboxCommands>("inbox retry", "number", "runs a dead letter or quarantined event now, out of order and however old", c => c.RetryAsync),
        AdminCommand.Change<InboxCommands>("inbox discard", "number", "ends a dead letter or quarantined event; its content goes", c => c.DiscardAsync),
        AdminCommand.Read<InboxCommands>("inbox stats", null, "how many events and effects stand where", c => c.StatsAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!Choices.TryState<EventStatus>(call["state"], out var state))
            return Task.FromResult(AdminAnswer.BadInput($"'{call["state"]}' is not a state. There are {States}."));
        if (!Choices.TryLimit(call, out var limit))
            return Task.FromResult(AdminAnswer.BadInput(Choices.LimitRange));
        var found = database.Read(connection => InboxAdmin.List(connection, state, call["room"], limit));
        return Task.FromResult(AdminAnswer.Done(
            found.Count == 0 ? "No such events." : null,
            new AdminTable("events", ["number", "state", "resource", "event", "received", "attempts", "room", "reason"],
            [
                .. found.Select(e => new object?[]
                {
                    e.Sequence, Choices.Name(e.State), e.Resource, e.Event, Choices.Time(e.ReceivedAt), e.Attempts, e.Lane, e.Reason,
                }),
            ])));
    }

    private Task<AdminAnswer> ShowAsync(AdminCall call, CancellationToken cancellationToken) => OnAsync(call, "inbox show", null, (session, e, _) =>
        AdminAnswer.Done(
            null,
            AdminTable.Of("event",
                ("number", e.Sequence), ("state", Choices.Name(e.State)), ("reason", e.Reason), ("key", e.Key), ("lane", e.Lane), ("resource", e.Resource),
                ("event", e.Event), ("attempts", e.Attempts), ("failures", e.Failures), ("received", Choices.Time(e.ReceivedAt)), ("due", Choices.Time(e.DueAt)),
                ("retried", Choices.Time(e.RetriedAt)), ("finished", Choices.Time(e.FinishedAt)), ("body", e.BodyLength is { } bytes ? $"{bytes} bytes" : "gone")),
            OutboxCommands.Table(OutboxAdmin.Of(session, e.Sequence)),
            new AdminTable("steps", ["step", "name", "began", "ended", "made"],
                [.. StepAdmin.Of(session, e.Sequence).Select(s => new object?[] { s.Number, s.Name, Choices.Time(s.BeganAt), Choices.Time(s.EndedAt), s.Subject })])),
        cancellationToken);

    private Task<AdminAnswer> RetryAsync(AdminCall call, CancellationToken cancellationToken)
    {
        EventPlace? place = null;
        return OnAsync(call, "inbox retry", () => inbox.Announce(new EventAdded(IsNew: false, place)), (session, e, now) =>
        {
            if (!e.IsLaidAside)
                return AdminAnswer.Trouble($"Event {e.Sequence} is {Choices.Name(e.State)}. Only what is dead or quarantined can be run again.");
            (place, var problem) = InboxAdmin.Retry(session, e, now);
            if (place is not { Lane: var lane })
                return AdminAnswer.Trouble(problem!);
            lanes.Announce(session, lane, now);
            return AdminAnswer.Done($"Event {e.Sequence} is queued again and due now. It runs out of order: what came after it in its room may have been handled already.");
        }, cancellationToken);
    }

    private Task<AdminAnswer> DiscardAsync(AdminCall call, CancellationToken cancellationToken) => OnAsync(call, "inbox discard", null, (session, e, now) =>
    {
        if (!e.IsLaidAside)
            return AdminAnswer.Trouble($"Event {e.Sequence} is {Choices.Name(e.State)}. Only what is dead or quarantined can be discarded.");
        if (OutboxAdmin.Of(session, e.Sequence).Any(effect => effect.State <= EffectState.Begun))
            return AdminAnswer.Trouble($"Event {e.Sequence} is still being answered. Wait, or discard its effects first: inbox show {e.Sequence}");
        OutboxAdmin.DiscardOf(session, e.Sequence, now);
        StepRows.Forget(session, e.Sequence);
        InboxAdmin.Discard(session, e.Sequence, now);
        return AdminAnswer.Done($"Event {e.Sequence} is discarded; its content is gone.");
    }, cancellationToken);

    private Task<AdminAnswer> StatsAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var ((events, oldest), effects) = database.Read(connection => (InboxAdmin.Stats(connection), OutboxAdmin.Count(connection)));
        return Task.FromResult(AdminAnswer.Done(
            oldest is null ? "Nothing waits." : $"The oldest open event arrived at {Choices.Time(oldest):yyyy-MM-dd HH:mm:ss'Z'}.",
            new AdminTable("events", ["events", "count"], [.. Enum.GetValues<EventStatus>().Select(s => new object?[] { Choices.Name(s), events.GetValueOrDefault(s) })]),
            new AdminTable("effects", ["effects", "count"], [.. Enum.GetValues<EffectState>().Select(s => new object?[] { Choices.Name(s), effects.GetValueOrDefault(s) })])));
    }

    private Task<AdminAnswer> OnAsync(
        AdminCall call, string action, Action? committed, Func<WriteSession, EventFacts, long, AdminAnswer> work, CancellationToken cancellationToken)
    {
        var number = call.Number("number")!.Value;
        return audit.RunAsync(call, action, $"event {number}", (session, now) => InboxAdmin.Find(session, number) is { } found
            ? work(session, found, now)
            : AdminAnswer.NotFound($"There is no event {number}. Take a number from `inbox list`."), committed, cancellationToken);
    }
}
