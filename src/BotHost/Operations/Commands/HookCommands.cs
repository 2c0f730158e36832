using BotHost.Access;

namespace BotHost.Operations;

/// <summary>Commands about hooks: which programs post into which spaces.</summary>
internal sealed class HookCommands(HookLedger hooks, Audit audit)
{
    public static IEnumerable<AdminCommand> All =>
    [
        AdminCommand.Read<HookCommands>("hooks list", null, "the addresses at which other programs post into spaces", c => c.ListAsync, ("room", "id")),
        AdminCommand.Change<HookCommands>("hooks remove", "hook", "takes such an address away, at once", c => c.RemoveAsync),
    ];

    private Task<AdminAnswer> ListAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var found = hooks.List(call["room"] is { } room ? new RoomId(room) : null);
        return Task.FromResult(AdminAnswer.Done(
            found.Count == 0 ? "No such hooks." : null,
            new AdminTable("hooks", ["hook", "name", "room", "signed", "added", "posted", "ended"],
            [
                .. found.Select(h => new object?[]
                {
                    h.Id, h.Name, h.Room, h.IsSigned ? "yes" : "no", Choices.Time(h.AddedAt), Choices.Time(h.PostedAt), Choices.Time(h.EndedAt),
                }),
            ])));
    }

    private Task<AdminAnswer> RemoveAsync(AdminCall call, CancellationToken cancellationToken)
    {
        var id = call["hook"]!;
        return audit.RunAsync(call, "hooks remove", $"hook {id}", (session, _) => HookLedger.Remove(session, id) == 1
            ? AdminAnswer.Done($"Hook {id} is removed. What posts there is refused from now on.")
            : AdminAnswer.NotFound($"There is no hook {id}. Take one from `hooks list`."), committed: null, cancellationToken);
    }
}
