using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class MembershipOperations
{
    public static readonly Operation[] All =
    [
        new("GET", "memberships", "roomId personId personEmail max cursor", "roomId={room}")
        {
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" } },
            { 200, null, new { personId = "x" }, new { personId = "{dave}" }, new { personEmail = "nobody@example.com" } },
            { 403, null, new { roomId = Nothing, personId = "{bob}" }, new { roomId = Nothing, personEmail = "bob@example.com" } },
            Paging,
        },
        new("POST", "memberships", "roomId personId personEmail isModerator", body: """{"roomId":"{room}","personId":"{dave}"}""")
        {
            NoTexts("roomId", "personId", "personEmail"),
            NoFlags("isModerator"),
            { 400, NoRoomId, new { roomId = Nothing }, new { roomId = "" } },
            { 400, NoPerson, new { personId = Nothing }, new { personEmail = "dave@elsewhere.example" } },
            Unknown("roomId", "ROOM"),
            Unknown("personId", "PEOPLE"),
            { 404, NotFound, new { roomId = "{bobsRoom}" }, new { personId = Nothing, personEmail = "no address" } },
            { 403, null, new { roomId = "{locked}" }, new { roomId = "{direct}" } },
            { 409, AlreadyMember, new { personId = "{bob}" }, new { personId = Nothing, personEmail = "bob@example.com" } },
        },
        new("GET", "memberships/{membershipId}", arguments: "membershipId={membership}")
        {
            Unknown("membershipId", "MEMBERSHIP", NoMembership),
            { 404, NoMembership, new { membershipId = "{bobsOwnMembership}" }, new { membershipId = "{room}" } },
        },
        Changing("PUT"),
        Changing("PATCH"),
        new("DELETE", "memberships/{membershipId}", arguments: "membershipId={bobsMembership}")
        {
            Unknown("membershipId", "MEMBERSHIP", NoMembership),
            { 404, NoMembership, new { membershipId = "{bobsOwnMembership}" } },
            { 403, null, new { membershipId = "{lockedMembership}" }, new { membershipId = "{directMembership}" } },
            { 400, null, new { membershipId = "{generalMembership}" } },
        },
    ];

    private static Operation Changing(string method) =>
        new(method, "memberships/{membershipId}", "isModerator isRoomHidden", "membershipId={membership}", """{"isModerator":false,"isRoomHidden":false}""")
        {
            Unknown("membershipId", "MEMBERSHIP", NoMembership),
            { 404, NoMembership, new { membershipId = "{bobsOwnMembership}" } },
            NoFlags("isModerator", "isRoomHidden"),
            { 400, Invalid("isModerator"), new { isModerator = Nothing, isRoomHidden = Nothing } },
            { 403, null, new { membershipId = "{lockedMembership}" }, new { membershipId = "{directMembership}", isModerator = true } },
            { 403, null, new { membershipId = "{bobsDirectMembership}", isRoomHidden = true } },
            { 400, null, new { membershipId = "{generalMembership}" } },
        };
}
