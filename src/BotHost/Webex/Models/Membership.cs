namespace BotHost.Webex;

/// <summary>A person's membership of a room.</summary>
internal sealed record Membership : WebexItem
{
    public required MembershipId Id { get; init; }

    public required RoomId RoomId { get; init; }

    public required PersonId PersonId { get; init; }

    public string? PersonEmail { get; init; }

    public string? PersonDisplayName { get; init; }

    public OrganizationId? PersonOrgId { get; init; }

    public bool IsModerator { get; init; }

    public bool IsMonitor { get; init; }

    /// <summary>Whether the person hid this direct room; the next message shows it again.</summary>
    public bool IsRoomHidden { get; init; }

    public RoomType RoomType { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Membership {Id}";
}
