namespace BotHost.Webex;

/// <summary>What a room is to become. What is null stays as it is; Webex wants the title every time.</summary>
internal sealed record RoomUpdate
{
    public required string Title { get; init; }

    /// <summary>Only for a room without a team: there is no moving between teams.</summary>
    public TeamId? TeamId { get; init; }

    public bool? IsLocked { get; init; }

    public bool? IsPublic { get; init; }

    /// <summary>A single blank clears it.</summary>
    public string? Description { get; init; }

    public bool? IsAnnouncementOnly { get; init; }

    /// <summary>Direct rooms only, and only for compliance officers.</summary>
    public bool? IsReadOnly { get; init; }

    public string? ClassificationId { get; init; }
}
