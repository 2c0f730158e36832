namespace BotHost.Operations;

/// <summary>Everything operators can have done.</summary>
internal static class AdminCommands
{
    public static IReadOnlyList<AdminCommand> All { get; } = [.. InboxCommands.All, .. OutboxCommands.All, .. ScheduleCommands.All, .. HookCommands.All, .. IdentityCommands.All, .. AgentCommands.All, .. AgentGrantCommands.All, .. AgentKeyCommands.All, .. ApprovalCommands.All, .. AuditCommands.All, .. StoreCommands.All, .. PersonCommands.All];

    public static AdminCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>The command whose name is at the beginning of these words.</summary>
    public static AdminCommand? Find(IReadOnlyList<string> words) => Find(string.Join(' ', words.Take(3))) ?? Find(string.Join(' ', words.Take(2)));
}
