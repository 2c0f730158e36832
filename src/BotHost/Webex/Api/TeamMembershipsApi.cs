namespace BotHost.Webex;

internal static class TeamMembershipsApi
{
    /// <summary>Lists a team's members.</summary>
    /// <param name="memberships">The resource.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="max">Memberships a page, 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<TeamMembership> ListAsync(
        this ITeamMembershipsApi memberships, TeamId teamId, int? max = null, CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max);
        return memberships.AllAsync(ct => memberships.ListPageAsync(teamId, max, ct), cancellationToken);
    }
}
