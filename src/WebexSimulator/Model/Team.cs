namespace WebexSimulator.Model;

/// <summary>A team. Its key is also that of its General room.</summary>
internal sealed record Team
{
    public required Guid Key { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required Guid CreatorKey { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string Id => WebexId.Team(Key);
}

internal sealed record TeamMembership
{
    public required Person Person { get; init; }
    public required Guid TeamKey { get; init; }
    public bool IsModerator { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string Id => WebexId.TeamMembership(Person.Key, TeamKey);
}

/// <summary>A team with who is in it. Changed inside the world's lock.</summary>
internal sealed class TeamState(Team team)
{
    public Team Team { get; set; } = team;

    public Dictionary<Guid, TeamMembership> Members { get; } = [];

    public bool Has(Person person) => Members.ContainsKey(person.Key);

    public bool IsModeratedBy(Person person) => Members.TryGetValue(person.Key, out var membership) && membership.IsModerator;
}
