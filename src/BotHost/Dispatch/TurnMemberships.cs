using BotHost.Bot;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Who is in which space, for a handler.</summary>
internal sealed class TurnMemberships(WebexClient webex, TurnSteps steps) : IMemberships
{
    public Task<Member> AddAsync(RoomId room, PersonRef person, bool moderator = false, CancellationToken cancellationToken = default) =>
        steps.DoAsync(new Step<Member>("memberships.add", $"{room} {person.Id}{person.Email} {moderator}", async ct => ToMember(await webex.Memberships.CreateAsync(
            new NewMembership { RoomId = room, PersonId = person.Id, PersonEmail = person.Email, IsModerator = moderator ? true : null }, ct).ConfigureAwait(false)))
        {
            // Somebody who is in the space after we tried to add them was added by us, or does not mind.
            Find = async (_, ct) => await LookAsync(room, person, ct).ConfigureAwait(false) is { } there
                ? Evidence<Member>.Found(there) : Evidence<Member>.Absent,
        }, cancellationToken);

    public Task<Member> PromoteAsync(MembershipId membership, CancellationToken cancellationToken = default) =>
        steps.DoAsync(new Step<Member>("memberships.promote", membership.Value, async ct => ToMember(
            await webex.Memberships.UpdateAsync(membership, new MembershipUpdate { IsModerator = true }, ct).ConfigureAwait(false)))
        {
            Find = async (_, ct) => await Refusals.FindAsync(webex.Memberships.GetAsync(membership, ct)).ConfigureAwait(false) is { IsModerator: true } there
                ? Evidence<Member>.Found(ToMember(there)) : Evidence<Member>.Absent,
        }, cancellationToken);

    public Task RemoveAsync(MembershipId membership, CancellationToken cancellationToken = default) =>
        steps.DoAsync(TurnSteps.Deleting(
            "memberships.remove", membership.Value, ct => webex.Memberships.DeleteAsync(membership, ct), ct => webex.Memberships.GetAsync(membership, ct)), cancellationToken);

    public async Task<IReadOnlyList<Member>> ListAsync(RoomId room, CancellationToken cancellationToken = default) =>
        await steps.ReadAsync("memberships.list", room.Value, ct => ReadAllAsync(room, null, ct), cancellationToken).ConfigureAwait(false);

    public Task<Member?> FindAsync(RoomId room, PersonRef person, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("memberships.find", $"{room} {person.Id}{person.Email}", ct => LookAsync(room, person, ct), cancellationToken);

    /// <summary>The same, not as a step of its own.</summary>
    public async Task<Member?> LookAsync(RoomId room, PersonRef person, CancellationToken cancellationToken) =>
        person.Id is { } id && AgentSender.Is(id) ? null : (await Refusals.FindAsync(ReadAllAsync(room, person, cancellationToken)).ConfigureAwait(false))?.FirstOrDefault();

    private async Task<List<Member>> ReadAllAsync(RoomId room, PersonRef? person, CancellationToken cancellationToken)
    {
        var members = new List<Member>();
        var found = webex.Memberships.ListAsync(room, person?.Id, person?.Email, cancellationToken: cancellationToken);
        await foreach (var membership in found.ConfigureAwait(false))
            members.Add(ToMember(membership));
        return members;
    }

    public static Member ToMember(Membership membership) => new(
        membership.Id, membership.RoomId, membership.PersonId, membership.PersonEmail ?? "",
        membership.PersonDisplayName ?? membership.PersonEmail ?? "somebody", membership.IsModerator);
}
