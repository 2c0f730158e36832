using Refit;

namespace BotHost.Webex;

/// <summary>Who is in which room.</summary>
internal interface IMembershipsApi : IPages<Membership>
{
    [Get("memberships/{membershipId}")]
    Task<Membership> GetAsync(MembershipId membershipId, CancellationToken cancellationToken);

    /// <summary>Adds a person, who then sees what was said before. Somebody who is in already is a 409.</summary>
    [Post("memberships")]
    Task<Membership> CreateAsync([Body] NewMembership membership, CancellationToken cancellationToken);

    [Put("memberships/{membershipId}")]
    Task<Membership> UpdateAsync(MembershipId membershipId, [Body] MembershipUpdate update, CancellationToken cancellationToken);

    /// <summary>Removes the person; with one's own membership, leaves the room.</summary>
    [Delete("memberships/{membershipId}")]
    Task DeleteAsync(MembershipId membershipId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MembershipsApi.ListAsync"/> gives them all.</summary>
    [Get("memberships")]
    Task<Page<Membership>> ListPageAsync(
        [Query] RoomId? roomId,
        [Query] PersonId? personId,
        [Query] string? personEmail,
        [Query] int? max,
        CancellationToken cancellationToken);
}
