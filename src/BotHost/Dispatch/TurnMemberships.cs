using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Who is in which space, for a handler.</summary>
internal sealed class TurnMemberships(WebexClient webex) : IMemberships
{
    public async Task<Member> AddAsync(RoomId room, PersonRef person, bool moderator = false, CancellationToken cancellationToken = default) =>
        ToMember(await Refusals.AskAsync(webex.Memberships.CreateAsync(new NewMembership
        {
            RoomId = room,
            PersonId = person.Id,
            PersonEmail = person.Email,
            IsModerator = moderator ? true : null,
        }, cancellationToken)).ConfigureAwait(false));

    public Task RemoveAsync(MembershipId membership, CancellationToken cancellationToken = default) =>
        Refusals.AskAsync(webex.Memberships.DeleteAsync(membership, cancellationToken));

    public async Task<IReadOnlyList<Member>> ListAsync(RoomId room, CancellationToken cancellationToken = default) =>
        await Refusals.AskAsync(ReadAllAsync(room, null, cancellationToken)).ConfigureAwait(false);

    public async Task<Member?> FindAsync(RoomId room, PersonRef person, CancellationToken cancellationToken = default) =>
        (await Refusals.FindAsync(ReadAllAsync(room, person, cancellationToken)).ConfigureAwait(false))?.FirstOrDefault();

    private async Task<List<Member>> ReadAllAsync(RoomId room, PersonRef? person, CancellationToken cancellationToken)
    {
        var members = new List<Member>();
        var found = webex.Memberships.ListAsync(room, person?.Id, person?.Email, cancellationToken: cancellationToken);
        await foreach (var membership in found.ConfigureAwait(false))
            members.Add(ToMember(membership));
        return members;
    }

    private static Member ToMember(Membership membership) => new(
        membership.Id, membership.RoomId, membership.PersonId, membership.PersonEmail ?? "",
        membership.PersonDisplayName ?? membership.PersonEmail ?? "somebody", membership.IsModerator);
}
