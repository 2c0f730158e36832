namespace BotHost.Webex;

/// <summary>What a team membership is to become.</summary>
internal sealed record TeamMembershipUpdate
{
    public required bool IsModerator { get; init; }
}
