namespace BotHost.Bot;

/// <summary>Who is in which space. A call that Webex refuses throws <see cref="WebexRefusedException"/>.</summary>
public interface IMemberships
{
    /// <summary>Adds a person. Somebody who is already there is refused by Webex with 409.</summary>
    /// <param name="room">The space.</param>
    /// <param name="person">By id, mention or e-mail address.</param>
    /// <param name="moderator">True to make them a moderator, which makes the space a moderated one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Member> AddAsync(RoomId room, PersonRef person, bool moderator = false, CancellationToken cancellationToken = default);

    /// <summary>Makes a member a moderator, which makes the space a moderated one. Find the membership first.</summary>
    Task<Member> PromoteAsync(MembershipId membership, CancellationToken cancellationToken = default);

    /// <summary>Takes a person out of the space. Find the membership first.</summary>
    Task RemoveAsync(MembershipId membership, CancellationToken cancellationToken = default);

    /// <summary>All members, bots included.</summary>
    Task<IReadOnlyList<Member>> ListAsync(RoomId room, CancellationToken cancellationToken = default);

    /// <summary>A person's membership of the space, or null.</summary>
    Task<Member?> FindAsync(RoomId room, PersonRef person, CancellationToken cancellationToken = default);
}

/// <summary>A person in a space.</summary>
/// <param name="Id">The membership's id.</param>
/// <param name="RoomId">The space.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Email">Their address.</param>
/// <param name="DisplayName">Their name, as they wrote it: escape it before echoing.</param>
/// <param name="IsModerator">True for a moderator of the space.</param>
public sealed record Member(MembershipId Id, RoomId RoomId, PersonId PersonId, string Email, string DisplayName, bool IsModerator);
