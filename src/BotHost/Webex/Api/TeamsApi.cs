namespace BotHost.Webex;

internal static class TeamsApi
{
    /// <summary>Lists the teams the caller is in.</summary>
    /// <param name="teams">The resource.</param>
    /// <param name="max">Teams a page, 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Team> ListAsync(this ITeamsApi teams, int? max = null, CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max);
        return teams.AllAsync(ct => teams.ListPageAsync(max, ct), cancellationToken);
    }
}
