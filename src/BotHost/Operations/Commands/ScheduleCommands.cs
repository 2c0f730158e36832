using BotHost.Schedule;

namespace BotHost.Operations;

/// <summary>Commands about what is scheduled.</summary>
internal sealed class ScheduleCommands(ScheduleStore schedules, Audit audit)
{
    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<ScheduleCommands>("schedule list", null, "what is scheduled, what is due first first", c => c.ListAsync, ("room", "id"), ("limit", "number")),
        AdminCommand.Change<ScheduleCommands>("schedule cancel", "id", "has something scheduled not run any more", c => c.CancelAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        if (!Choices.TryLimit(call, out var limit))
            return Task.FromResult(AdminAnswer.BadInput(Choices.LimitRange));
        var found = schedules.List(call["room"], limit);
        return Task.FromResult(AdminAnswer.Done(
            found.Count == 0 ? "Nothing is scheduled." : null,
            new AdminTable("schedules", ["id", "route", "due", "cron", "zone", "room"],
                [.. found.Select(s => new object?[] { s.Id, s.Route, Choices.Time(s.DueAt), s.Cron, s.Zone, s.RoomId })])));
    }

    private Task<AdminAnswer> CancelAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var id = call["id"]!.Trim();
        return audit.RunAsync(call, "schedule cancel", $"schedule {id}", (session, _) => schedules.End(session, id, "Cancelled by an operator.")
            ? AdminAnswer.Done($"{id} is cancelled.")
            : AdminAnswer.NotFound($"Nothing scheduled has the id {id}, or it has ended. Take one from `schedule list`."), null, cancellationToken);
    }
}
