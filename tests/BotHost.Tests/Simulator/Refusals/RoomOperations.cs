using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class RoomOperations
{
    private const string Titled = """{"title":"Orchard"}""";

    public static readonly Operation[] All =
    [
        new("GET", "rooms", "teamId type orgPublicSpaces from to sortBy max cursor")
        {
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" } },
            { 400, Invalid("type"), new { type = "square" }, new { type = "Group" } },
            { 400, Invalid("sortBy"), new { sortBy = "colour" } },
            Flags("orgPublicSpaces"),
            Times("from", "to"),
            { 200, null, new { orgPublicSpaces = "true", to = "2001-01-01T00:00:00.000Z" } },
            { 400, null, new { orgPublicSpaces = "true", teamId = "{team}" }, new { orgPublicSpaces = "true", type = "group" } },
            { 400, null, new { orgPublicSpaces = "true", sortBy = "id" } },
            Paging,
        },
        new("POST", "rooms", "title teamId classificationId isLocked isPublic description isAnnouncementOnly", body: Titled)
        {
            NoTexts("title", "teamId", "classificationId", "description"),
            NoFlags("isLocked", "isPublic", "isAnnouncementOnly"),
            { 400, NoTitle, new { title = Nothing }, new { title = "" } },
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" } },
            { 400, Invalid("classificationId"), new { classificationId = "x" }, new { classificationId = "{room}" } },
            { "bot", 400, null, new { classificationId = "{classification}" } },
            { 400, null, new { isPublic = true }, new { isPublic = true, description = "" }, new { isAnnouncementOnly = true } },
        },
        new("GET", "rooms/{roomId}", arguments: "roomId={room}")
        {
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" }, new { roomId = "{message}" } },
        },
        new("GET", "rooms/{roomId}/meetingInfo", arguments: "roomId={room}")
        {
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" } },
        },
        new("PUT", "rooms/{roomId}", "title classificationId teamId isLocked isPublic description isAnnouncementOnly isReadOnly", "roomId={room}", Titled)
        {
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" } },
            NoTexts("title", "teamId", "classificationId", "description"),
            NoFlags("isLocked", "isPublic", "isAnnouncementOnly", "isReadOnly"),
            { 400, NoTitle, new { title = Nothing }, new { title = "" } },
            Unknown("teamId", "TEAM"),
            { 404, NotFound, new { teamId = "{bobsTeam}" } },
            { 400, null, new { roomId = "{teamRoom}", teamId = "{joinedTeam}" }, new { roomId = "{board}", teamId = "{team}" } },
            { 400, Invalid("classificationId"), new { classificationId = "x" }, new { classificationId = "{room}" } },
            { 400, null, new { isAnnouncementOnly = true }, new { roomId = "{direct}" }, new { roomId = "{general}", isLocked = false } },
            { 403, null, new { isPublic = true, description = "Trees" }, new { roomId = "{locked}" } },
            { 403, null, new { roomId = "{direct}", title = "Bob Brown", isReadOnly = true } },
            { "alice", 400, null, new { isPublic = true } },
            { "alice", 403, null, new { title = "Mine" }, new { isLocked = true }, new { teamId = "{team}" } },
        },
        new("DELETE", "rooms/{roomId}", arguments: "roomId={room}")
        {
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" } },
            { 400, null, new { roomId = "{general}" } },
            { 400, NotDeleted, new { roomId = "{direct}" } },
        },
    ];
}
