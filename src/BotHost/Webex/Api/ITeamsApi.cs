using Refit;

namespace BotHost.Webex;

/// <summary>Teams, of those the caller is in.</summary>
internal interface ITeamsApi : IPages<Team>
{
    /// <summary>The specification also shows a query parameter <c>description</c> here: the field's, misplaced.</summary>
    [Get("teams/{teamId}")]
    Task<Team> GetAsync(TeamId teamId, CancellationToken cancellationToken);

    [Post("teams")]
    Task<Team> CreateAsync([Body] NewTeam team, CancellationToken cancellationToken);

    [Put("teams/{teamId}")]
    Task<Team> UpdateAsync(TeamId teamId, [Body] TeamUpdate update, CancellationToken cancellationToken);

    [Delete("teams/{teamId}")]
    Task DeleteAsync(TeamId teamId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="TeamsApi.ListAsync"/> gives them all.</summary>
    [Get("teams")]
    Task<Page<Team>> ListPageAsync([Query] int? max, CancellationToken cancellationToken);
}
