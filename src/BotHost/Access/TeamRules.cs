namespace BotHost.Access;

/// <summary>
/// What the <c>team</c> commands allow: only teams the asker is in; to add and remove people, a moderator of the team, which every team has.
/// The bot has rights its askers lack, so it must ask this before it acts for them.
/// </summary>
internal static class TeamRules
{
    public static bool MaySee(bool isMember) => isMember;

    public static bool MayModerate(bool isMember, bool isModerator) => isMember && isModerator;
}
