using WebexSimulator.Model;

namespace WebexSimulator.Memberships;

internal static class MembershipEvents
{
    public static WorldEvent Created(Person actor, RoomState state, Membership membership) => Event("created", actor, state, membership);

    public static WorldEvent Updated(Person actor, RoomState state, Membership membership) => Event("updated", actor, state, membership);

    public static WorldEvent Deleted(Person actor, RoomState state, Membership membership) => Event("deleted", actor, state, membership);

    // The members, and whoever it is about: one who leaves still hears of it.
    private static WorldEvent Event(string name, Person actor, RoomState state, Membership membership) =>
        new("memberships", name, actor,
            [.. state.Members.Values.Select(member => member.Person).Append(membership.Person).DistinctBy(person => person.Key)],
            membership.Id, MembershipBody.Data(membership),
            fact => fact switch
            {
                "roomId" => [state.Room.Id],
                "personId" => [membership.Person.Id],
                "personEmail" => [membership.Person.Email],
                "isModerator" => [membership.IsModerator ? "true" : "false"],
                _ => [],
            });
}
