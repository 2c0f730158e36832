using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>What hangs on messages and rooms: files, submits of cards, tabs.</summary>
internal static class ContentOperations
{
    private const string Tab = """{"roomId":"{room}","contentUrl":"https://example.com/","displayName":"Plan"}""";

    public static readonly Operation[] All =
    [
        File("GET"),
        File("HEAD"),
        new("POST", "attachment/actions", "type messageId inputs", body: """{"type":"submit","messageId":"{card}","inputs":{"colour":"red"}}""")
        {
            NoTexts("type", "messageId"),
            { 400, Invalid("type"), new { type = Nothing }, new { type = "" }, new { type = "open" } },
            { 400, Invalid("messageId"), new { messageId = Nothing }, new { messageId = "" }, new { messageId = "{message}" } },
            Unknown("messageId", "MESSAGE", NoMessage),
            { 404, NoMessage, new { messageId = "{bobsOwnCard}" } },
            { 400, Invalid("inputs"), new { inputs = Nothing } },
            { 400, Malformed, new { inputs = "x" }, new { inputs = 5 }, new { inputs = new JsonArray() } },
        },
        new("GET", "attachment/actions/{id}", arguments: "id={submit}")
        {
            Unknown("id", "ATTACHMENT_ACTION"),
            { 404, NotFound, new { id = "{bobsOwnSubmit}" }, new { id = "{message}" } },
            { "bob", 404, NotFound, new { } },
        },
        new("GET", "room/tabs", "roomId", "roomId={room}")
        {
            { 400, Required("roomId"), new { roomId = Nothing }, new { roomId = "" } },
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" } },
        },
        Pinning(new("POST", "room/tabs", "roomId contentUrl displayName", body: Tab)
        {
            { 403, null, new { roomId = "{locked}" } },
        }),
        new("GET", "room/tabs/{id}", arguments: "id={tab}")
        {
            Unknown("id", "ROOM_TAB"),
            { 404, NotFound, new { id = "{bobsOwnTab}" } },
        },
        Pinning(new("PUT", "room/tabs/{id}", "roomId contentUrl displayName", "id={tab}", Tab)
        {
            Unknown("id", "ROOM_TAB"),
            { 404, NotFound, new { id = "{bobsOwnTab}" }, new { roomId = "{direct}" } },
            { 403, null, new { id = "{lockedTab}", roomId = "{locked}" } },
        }),
        new("DELETE", "room/tabs/{id}", arguments: "id={tab}")
        {
            Unknown("id", "ROOM_TAB"),
            { 404, NotFound, new { id = "{bobsOwnTab}" } },
            { 403, null, new { id = "{lockedTab}" } },
        },
    ];

    private static Operation File(string method) => new(method, "contents/{contentId}", "allow", "contentId={file}")
    {
        Unknown("contentId", "CONTENT"),
        { 404, NotFound, new { contentId = "{message}" }, new { contentId = "{bobsOwnFile}" } },
        { 410, null, new { contentId = "{infected}" }, new { contentId = "{infected}", allow = "unscannable" } },
        { 423, null, new { contentId = "{scanning}" }, new { contentId = "{scanning}", allow = "unscannable" } },
        { 428, null, new { contentId = "{unscannable}" }, new { contentId = "{unscannable}", allow = "everything" } },
    };

    /// <summary>To pin a tab and to change one take the same.</summary>
    private static Operation Pinning(Operation operation)
    {
        operation.Add(NoTexts("roomId", "contentUrl", "displayName"));
        operation.Add(400, NoRoomId, new { roomId = Nothing }, new { roomId = "" });
        operation.Add(Unknown("roomId", "ROOM"));
        operation.Add(404, NotFound, new { roomId = "{bobsRoom}" });
        operation.Add(400, Invalid("contentUrl"), new { contentUrl = Nothing }, new { contentUrl = "" });
        operation.Add(400, null, new { contentUrl = "no address" }, new { contentUrl = "http://example.com/" }, new { contentUrl = "/here" });
        operation.Add(400, Invalid("displayName"), new { displayName = Nothing }, new { displayName = "" });
        return operation;
    }
}
