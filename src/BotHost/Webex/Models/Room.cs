namespace BotHost.Webex;

/// <summary>A room, which people know as a space.</summary>
internal sealed record Room : WebexItem
{
    public required RoomId Id { get; init; }

    /// <summary>In a direct room the other person's name. Absent when Webex could not decrypt it.</summary>
    public string? Title { get; init; }

    public RoomType Type { get; init; }

    /// <summary>Whether the room is moderated.</summary>
    public bool IsLocked { get; init; }

    public TeamId? TeamId { get; init; }

    public PersonId? CreatorId { get; init; }

    /// <summary>The organisation that owns the room.</summary>
    public OrganizationId? OwnerId { get; init; }

    public string? Description { get; init; }

    public string? ClassificationId { get; init; }

    public bool IsPublic { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsAnnouncementOnly { get; init; }

    public DateTimeOffset? LastActivity { get; init; }

    public DateTimeOffset? MadePublic { get; init; }

    public DateTimeOffset? Created { get; init; }
}
