namespace BotHost.Webex;

/// <summary>A person's membership of a team, which opens the team's rooms to the person.</summary>
internal sealed record TeamMembership : WebexItem
{
    public required TeamMembershipId Id { get; init; }

    public required TeamId TeamId { get; init; }

    public required PersonId PersonId { get; init; }

    public string? PersonEmail { get; init; }

    public string? PersonDisplayName { get; init; }

    public OrganizationId? PersonOrgId { get; init; }

    public bool IsModerator { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Team membership {Id}";
}
