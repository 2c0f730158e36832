using BotHost.Access;

namespace BotHost.Operations;

/// <summary>Agents, their grants and their keys, as commands show them.</summary>
internal static class AgentTables
{
    public static string From(bool isConfigured) => isConfigured ? "settings" : "store";

    public static string State(AgentProfile agent) => agent.IsStopped ? "stopped" : "on";

    public static AdminTable Agent(AgentProfile agent) => AdminTable.Of("agent",
        ("agent", agent.Name), ("identity", agent.Identity.ToString()), ("from", From(agent.IsConfigured)), ("state", State(agent)), ("subject", agent.Subject),
        ("per-minute", agent.PerMinute), ("per-day", agent.PerDay));

    public static AdminTable Grants(AgentProfile agent) => new("grants", ["grant", "from", "level", "resources", "only"],
    [
        .. agent.Grants.Select(grant => new object?[]
        {
            grant.Name, From(grant.IsConfigured), AgentWords.Of(grant.Level), string.Join(", ", grant.Resources.Select(AgentWords.Of)), Only(grant),
        }),
    ]);

    public static AdminTable Keys(IEnumerable<StoredKey> keys, DateTimeOffset now) => new("keys", ["key", "agent", "state", "added", "ends", "used"],
    [
        .. keys.Select(key => new object?[]
        {
            key.Id, key.Agent, key.HasExpired(now) ? "ended" : "counts", Choices.Time(key.AddedAt), Choices.Time(key.ExpiresAt), Choices.Time(key.UsedAt),
        }),
    ]);

    /// <summary>What a grant is narrowed to, as it is said.</summary>
    private static string? Only(AgentGrant grant)
    {
        (string Name, IReadOnlyList<string> Entries)[] lists =
        [
            ("spaces", grant.Spaces), ("teams", grant.Teams), ("domains", grant.Domains), ("write-to", grant.WriteTo), ("commands", grant.Commands), ("approval", grant.Approval), ("approvers", grant.Approvers),
        ];
        string[] parts =
        [
            .. lists.Where(list => list.Entries.Count > 0).Select(list => $"{list.Name} {string.Join(';', list.Entries)}"),
            .. grant.Hours is { } hours ? [hours.ToString()] : Array.Empty<string>(),
            .. grant.PerMinute > 0 ? [$"{grant.PerMinute} a minute"] : Array.Empty<string>(),
            .. grant.PerDay > 0 ? [$"{grant.PerDay} a day"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }
}
