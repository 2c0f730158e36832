namespace BotHost.Webex;

/// <summary>What a membership is to become. What is null stays as it is.</summary>
internal sealed record MembershipUpdate
{
    public bool? IsModerator { get; init; }

    /// <summary>Direct rooms only.</summary>
    public bool? IsRoomHidden { get; init; }
}
