namespace BotHost.Access;

/// <summary>How a person stands to a space.</summary>
internal readonly record struct SpaceStanding(bool IsMember, bool IsModerator, bool IsModerated, bool IsCreator);

/// <summary>
/// What the <c>space</c> commands allow: only spaces the asker is in; to add people, a moderator where there is one; to rename,
/// remove or delete, a moderator, or the creator where there is none. The bot has rights its askers lack, so it must ask this before it acts for them.
/// </summary>
internal static class SpaceRules
{
    public static bool MaySee(SpaceStanding standing) => standing.IsMember;

    public static bool MayInvite(SpaceStanding standing) => standing.IsMember && (standing.IsModerator || !standing.IsModerated);

    public static bool MayModerate(SpaceStanding standing) =>
        standing.IsMember && (standing.IsModerated ? standing.IsModerator : standing.IsCreator);
}
