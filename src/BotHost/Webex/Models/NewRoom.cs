namespace BotHost.Webex;

/// <summary>A room to create. Direct rooms come into being with their first message instead.</summary>
internal sealed record NewRoom : ICheckedRequest
{
    public required string Title { get; init; }

    public TeamId? TeamId { get; init; }

    /// <summary>Moderated from the start, by its creator.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>Open to everybody in the organisation; needs a <see cref="Description"/>.</summary>
    public bool? IsPublic { get; init; }

    public string? Description { get; init; }

    /// <summary>Only moderators may write; needs <see cref="IsLocked"/>.</summary>
    public bool? IsAnnouncementOnly { get; init; }

    /// <summary>Not for bots: Webex refuses them a classification in the same call.</summary>
    public string? ClassificationId { get; init; }

    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Title))
            throw new ArgumentException("A room without a title. Set Title.");

        if (IsPublic == true && string.IsNullOrWhiteSpace(Description))
            throw new ArgumentException("A public room needs a description. Set Description, or leave IsPublic out.");

        if (IsAnnouncementOnly == true && IsLocked != true)
            throw new ArgumentException("Only a moderated room can be for announcements alone. Set IsLocked too, or leave IsAnnouncementOnly out.");
    }
}
