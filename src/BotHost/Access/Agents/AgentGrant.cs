namespace BotHost.Access;

/// <summary>
/// What an agent is given; with <see cref="AgentLevel.Off"/>, what it is refused whatever else it is given. A narrowing that is empty narrows nothing.
/// </summary>
/// <param name="Name">Says in decisions which one it was.</param>
internal sealed record AgentGrant(string Name, IReadOnlyList<AgentResource> Resources, AgentLevel Level)
{
    /// <summary>Ids of spaces.</summary>
    public IReadOnlyList<string> Spaces { get; init; } = [];

    /// <summary>Ids of teams: their spaces, and they themselves.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The domains of the people concerned, lower case.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Who may be written to: <see cref="ToSpaces"/>, person ids, addresses, and domains as <c>@example.com</c>.</summary>
    public IReadOnlyList<string> WriteTo { get; init; } = [];

    /// <summary>The bot's commands, by name. Of these alone an empty list gives none: a command does whatever its author made it do.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    public AgentHours? Hours { get; init; }

    /// <summary>How often it may be used within a minute, on each host; 0 for as often as the agent may.</summary>
    public int PerMinute { get; init; }

    /// <summary>How often it may be used on one day, UTC, on all hosts together; 0 for as often as the agent may.</summary>
    public int PerDay { get; init; }

    /// <summary>What waits for a person's yes: tools by name, or a level for all that needs as much.</summary>
    public IReadOnlyList<string> Approval { get; init; } = [];

    /// <summary>Who may say yes: person ids or addresses, and the space where they are asked, as <c>space:</c> and its id.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>The people among the approvers. None and a space: whoever is in it.</summary>
    public IReadOnlyList<string> ApprovingPeople => [.. Approvers.Where(entry => !IsSpace(entry))];

    /// <summary>The space where people are asked; null where each is asked alone.</summary>
    public RoomId? ApprovingSpace => SpaceIn(Approvers);

    public static bool IsSpace(string approver) => approver.StartsWith(SpaceStart, StringComparison.Ordinal);

    /// <inheritdoc cref="ApprovingSpace"/>
    public static RoomId? SpaceIn(IReadOnlyList<string> approvers) => approvers.FirstOrDefault(IsSpace) is { } space ? new RoomId(space[SpaceStart.Length..]) : null;

    private const string SpaceStart = "space:";

    /// <summary>The spaces that are not direct, in <see cref="WriteTo"/>.</summary>
    public const string ToSpaces = "spaces";

    /// <summary>Whether it stands in the settings; else in the store.</summary>
    public bool IsConfigured { get; init; }

    public bool IsDeny => Level == AgentLevel.Off;

    public bool IsAbout(AgentResource resource) => Resources.Contains(resource);

    /// <summary>Whether it is about this and gives so much of it.</summary>
    public bool Gives(AgentResource resource, AgentLevel level) => !IsDeny && Level >= level && IsAbout(resource);

    public bool IsNarrowed => Spaces.Count + Teams.Count + Domains.Count + WriteTo.Count + Commands.Count > 0 || Hours is not null;

    public bool NeedsApproval(string tool, AgentLevel level) => Approval.Any(entry =>
        string.Equals(entry, tool, StringComparison.Ordinal) || (AgentWords.TryLevel(entry, out var from) && level >= from));
}
