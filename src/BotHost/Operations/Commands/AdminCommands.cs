namespace BotHost.Operations;

/// <summary>Everything operators can have done.</summary>
internal static class AdminCommands
{
    public static IReadOnlyList<AdminCommand> All { get; } = [.. InboxCommands.All, .. OutboxCommands.All, .. ScheduleCommands.All, .. HookCommands.All, .. AuditCommands.All, .. StoreCommands.All, .. PersonCommands.All];

    public static AdminCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);
}
