using Refit;

namespace BotHost.Webex;

/// <summary>Who is in which team.</summary>
internal interface ITeamMembershipsApi : IPages<TeamMembership>
{
    [Get("team/memberships/{membershipId}")]
    Task<TeamMembership> GetAsync(TeamMembershipId membershipId, CancellationToken cancellationToken);

    /// <summary>Adds a person, and so opens the team's rooms. Somebody who is in already is a 409.</summary>
    [Post("team/memberships")]
    Task<TeamMembership> CreateAsync([Body] NewTeamMembership membership, CancellationToken cancellationToken);

    [Put("team/memberships/{membershipId}")]
    Task<TeamMembership> UpdateAsync(TeamMembershipId membershipId, [Body] TeamMembershipUpdate update, CancellationToken cancellationToken);

    /// <summary>Removes the person, and so closes the team's rooms. The last moderator stays.</summary>
    [Delete("team/memberships/{membershipId}")]
    Task DeleteAsync(TeamMembershipId membershipId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="TeamMembershipsApi.ListAsync"/> gives them all.</summary>
    [Get("team/memberships")]
    Task<Page<TeamMembership>> ListPageAsync([Query] TeamId teamId, [Query] int? max, CancellationToken cancellationToken);
}
