using System.Text.Json.Nodes;
using static BotHost.Tests.Simulator.Refusals.Operation;
using static BotHost.Tests.Simulator.Refusals.Said;
using static BotHost.Tests.Simulator.Refusals.Wrongs;

namespace BotHost.Tests.Simulator.Refusals;

internal static class MessageOperations
{
    private const string Saying = """{"roomId":"{room}","text":"hello"}""";

    private static readonly string TooLong = new('€', 2480);
    private static readonly JsonArray TwoFiles = ["http://127.0.0.1:1/a", "http://127.0.0.1:1/b"];
    private static readonly JsonNode Card = JsonNode.Parse("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]""")!;

    public static readonly Operation[] All =
    [
        new("GET", "messages", "roomId parentId mentionedPeople before beforeMessage max cursor", "roomId={room}")
        {
            { 400, Required("roomId"), new { roomId = Nothing }, new { roomId = "" } },
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" }, new { roomId = "{message}" } },
            { 200, null, new { parentId = "x" }, new { parentId = "{elsewhere}" }, new { before = "2001-01-01T00:00:00.000Z" } },
            { 400, null, new { mentionedPeople = "x" }, new { mentionedPeople = "{bob}" }, new { mentionedPeople = "me,{bob}" } },
            Times("before"),
            Unknown("beforeMessage", "MESSAGE", NoMessage),
            { 404, NoMessage, new { beforeMessage = "{bobsOwnMessage}" } },
            Paging,
            { "bot", 403, NoActivity, new { } },
        },
        new("GET", "messages/direct", "personId personEmail parentId max cursor", "personId={bob}")
        {
            { 400, NoPerson, new { personId = Nothing }, new { personEmail = "bob@example.com" } },
            Unknown("personId", "PEOPLE"),
            { 404, NotFound, new { personId = "{dave}" }, new { personId = Nothing, personEmail = "nobody@example.com" }, new { personId = Nothing, personEmail = "bob" } },
            { 200, null, new { parentId = "x" }, new { parentId = "{message}" } },
            Paging,
        },
        new("GET", "messages/{messageId}", arguments: "messageId={message}")
        {
            Unknown("messageId", "MESSAGE", NoMessage),
            { 404, NoMessage, new { messageId = "{bobsOwnMessage}" }, new { messageId = "{room}" } },
            { "bot", 403, NoActivity, new { } },
        },
        new("POST", "messages", "roomId parentId toPersonId toPersonEmail text markdown files attachments", body: Saying)
        {
            NoTexts("roomId", "parentId", "toPersonId", "toPersonEmail", "text", "markdown"),
            { 400, OneDestination, new { roomId = Nothing }, new { roomId = "" }, new { toPersonId = "{bob}" }, new { toPersonEmail = "bob@example.com" } },
            { 400, OneDestination, new { roomId = Nothing, toPersonId = "{bob}", toPersonEmail = "bob@example.com" } },
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" }, new { roomId = "{message}" }, new { roomId = Nothing, toPersonId = "x" } },
            { 404, NotFound, new { roomId = Nothing, toPersonEmail = "no address" } },
            { 400, null, new { roomId = Nothing, toPersonId = "{carol}" }, new { roomId = Nothing, toPersonId = "{dave}", parentId = "{message}" } },
            { 400, null, new { parentId = "x" }, new { parentId = "{reply}" }, new { parentId = "{elsewhere}" }, new { parentId = "{room}" } },
            { 400, NoContent, new { text = Nothing }, new { text = "" }, new { text = Nothing, markdown = "" }, new { text = Nothing, files = new JsonArray() } },
            { 400, TooBig, new { text = TooLong }, new { markdown = TooLong } },
            { 400, Malformed, new { files = 5 }, new { files = new JsonArray(5) }, new { files = new JsonObject() } },
            { 400, null, new { files = "no address" }, new { files = "ftp://127.0.0.1/x" }, new { files = "http://127.0.0.1:1/x" }, new { files = TwoFiles } },
            { 400, null, new { attachments = 5 }, new { attachments = new JsonArray("card") }, new { attachments = new JsonArray(new JsonObject()) } },
            { 400, null, new { attachments = new JsonArray(Card[0]!.DeepClone(), Card[0]!.DeepClone()) }, new { attachments = Card, files = "http://127.0.0.1:1/x" } },
            { 400, null, new { attachments = JsonNode.Parse("""[{"contentType":"image/png","content":{}}]""")! } },
            { 400, null, new { attachments = JsonNode.Parse("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":"x"}]""")! } },
            { 403, null, new { roomId = "{news}" }, new { roomId = "{frozen}" } },
        },
        new("PUT", "messages/{messageId}", "roomId text markdown", "messageId={message}", Saying)
        {
            NoTexts("roomId", "text", "markdown"),
            Unknown("messageId", "MESSAGE", NoMessage),
            { 404, NoMessage, new { messageId = "{bobsOwnMessage}" } },
            { 400, NoRoomId, new { roomId = Nothing }, new { roomId = "" } },
            Unknown("roomId", "ROOM"),
            { 404, NotFound, new { roomId = "{bobsRoom}" }, new { roomId = "{direct}" } },
            { 400, NoContent, new { text = Nothing }, new { text = "" }, new { text = Nothing, markdown = "" } },
            { 400, TooBig, new { text = TooLong }, new { markdown = TooLong } },
            { 403, null, new { messageId = "{bobsMessage}" } },
            { 400, null, new { messageId = "{card}" }, new { messageId = "{fileMessage}" }, new { messageId = "{edited}" } },
        },
        new("DELETE", "messages/{messageId}", arguments: "messageId={message}")
        {
            Unknown("messageId", "MESSAGE", NoMessage),
            { 404, NoMessage, new { messageId = "{bobsOwnMessage}" } },
            { 403, null, new { messageId = "{bobsMessage}" } },
            { "bot", 403, NoActivity, new { } },
        },
    ];
}
