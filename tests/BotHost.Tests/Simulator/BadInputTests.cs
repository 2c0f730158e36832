using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Wrong values for the parameters of every messaging operation, and what is answered. {room} and the like stand for what there is.</summary>
public sealed class BadInputTests
{
    private const string NotFound = "The requested resource could not be found.";
    private const string Malformed = "The request could not be understood by the server due to malformed syntax.";
    private const string NoMessage = "Unable to get message.";
    private const string OneDestination = "Exactly one of the destination fields must not be empty (roomId, toPersonEmail, toPersonId)";
    private const string NoContent = "Both text and file cannot be empty.";
    private const string NoPerson = "Must specify either personId or personEmail.";
    private const string NoRoomId = "roomId cannot be null";
    private const string NoMembership = "Failed to get membership";
    private const string BadParent = "parentId must be the first message of a thread in the same room.";

    /// <summary>Method, path, body, status, text; no text where only the status is Webex's.</summary>
    internal static readonly (string Method, string Path, string Body, int Status, string? Text)[] Cases =
    [
        ("GET", "messages", "", 400, "Required String parameter 'roomId' is not present"),
        ("GET", "messages?roomId=x", "", 404, NotFound),
        ("GET", "messages?roomId={message}", "", 404, NotFound),
        ("GET", "messages?roomId={room}&max=0", "", 400, "Invalid value for max."),
        ("GET", "messages?roomId={room}&max=-1", "", 400, "Invalid value for max."),
        ("GET", "messages?roomId={room}&max=many", "", 400, "Invalid value for max."),
        ("GET", "messages?roomId={room}&before=yesterday", "", 400, "Invalid value for before."),
        ("GET", "messages?roomId={room}&beforeMessage=x", "", 404, NoMessage),
        ("GET", "messages?roomId={room}&mentionedPeople=x", "", 400, null),
        ("GET", "messages?roomId={room}&mentionedPeople={bob}", "", 400, null),
        ("GET", "messages?roomId={room}&cursor=x", "", 400, "Invalid value for cursor."),
        ("GET", "messages/direct", "", 400, NoPerson),
        ("GET", "messages/direct?personId={bob}&personEmail=bob@example.com", "", 400, NoPerson),
        ("GET", "messages/direct?personId=x", "", 404, NotFound),
        ("GET", "messages/direct?personEmail=nobody@example.com", "", 404, NotFound),
        ("GET", "messages/x", "", 404, NoMessage),
        ("POST", "messages", "{}", 400, OneDestination),
        ("POST", "messages", """{"roomId":"{room}","toPersonEmail":"bob@example.com","text":"x"}""", 400, OneDestination),
        ("POST", "messages", """{"roomId":"{room}"}""", 400, NoContent),
        ("POST", "messages", """{"roomId":"{room}","text":"","markdown":""}""", 400, NoContent),
        ("POST", "messages", """{"roomId":"{room}","text":5}""", 400, Malformed),
        ("POST", "messages", """{"roomId":"{room}","text":["x"]}""", 400, Malformed),
        ("POST", "messages", """{"roomId":"x","text":"x"}""", 404, NotFound),
        ("POST", "messages", """{"toPersonId":"x","text":"x"}""", 404, NotFound),
        ("POST", "messages", """{"toPersonEmail":"no address","text":"x"}""", 404, NotFound),
        ("POST", "messages", """{"roomId":"{room}","text":"x","parentId":"x"}""", 400, BadParent),
        ("POST", "messages", """{"roomId":"{room}","text":"x","files":["no address"]}""", 400, "Invalid value for files."),
        ("POST", "messages", """{"roomId":"{room}","text":"x","files":[5]}""", 400, Malformed),
        ("POST", "messages", """{"roomId":"{room}","text":"x","files":["http://a","http://b"]}""", 400, null),
        ("POST", "messages", """{"roomId":"{room}","text":"x","attachments":[{}]}""", 400, null),
        ("POST", "messages", """{"roomId":"{room}","text":"x","attachments":["card"]}""", 400, null),
        ("POST", "messages", """{"roomId":"{room}","text":"x","attachments":[{"contentType":5}]}""", 400, null),
        ("POST", "messages", """{"roomId":"{room}","text":"x","attachments":[{},{}]}""", 400, null),
        ("PUT", "messages/x", """{"roomId":"{room}","text":"x"}""", 404, NoMessage),
        ("PUT", "messages/{message}", """{"text":"x"}""", 400, NoRoomId),
        ("PUT", "messages/{message}", """{"roomId":"{room}"}""", 400, NoContent),
        ("PUT", "messages/{message}", """{"roomId":"x","text":"x"}""", 404, NotFound),
        ("DELETE", "messages/x", "", 404, NoMessage),
        ("GET", "contents/x", "", 404, NotFound),
        ("POST", "attachment/actions", "{}", 400, "Invalid value for type."),
        ("POST", "attachment/actions", """{"type":"open"}""", 400, "Invalid value for type."),
        ("POST", "attachment/actions", """{"type":"submit","inputs":{}}""", 400, "Invalid value for messageId."),
        ("POST", "attachment/actions", """{"type":"submit","messageId":"{message}"}""", 400, "Invalid value for inputs."),
        ("POST", "attachment/actions", """{"type":"submit","messageId":"{message}","inputs":"x"}""", 400, Malformed),
        ("POST", "attachment/actions", """{"type":"submit","messageId":"{message}","inputs":{}}""", 400, "Invalid value for messageId."),
        ("POST", "attachment/actions", """{"type":"submit","messageId":"x","inputs":{}}""", 404, NoMessage),
        ("GET", "attachment/actions/x", "", 404, NotFound),
        ("GET", "rooms?type=square", "", 400, "Invalid value for type."),
        ("GET", "rooms?sortBy=colour", "", 400, "Invalid value for sortBy."),
        ("GET", "rooms?teamId=x", "", 404, NotFound),
        ("GET", "rooms?orgPublicSpaces=perhaps", "", 400, "Invalid value for orgPublicSpaces."),
        ("GET", "rooms?orgPublicSpaces=true&from=then", "", 400, "Invalid value for from."),
        ("GET", "rooms?orgPublicSpaces=true&to=then", "", 400, "Invalid value for to."),
        ("GET", "rooms?max=0", "", 400, "Invalid value for max."),
        ("GET", "rooms/x", "", 404, NotFound),
        ("GET", "rooms/x/meetingInfo", "", 404, NotFound),
        ("POST", "rooms", "{}", 400, "Title cannot be empty."),
        ("POST", "rooms", """{"title":5}""", 400, Malformed),
        ("POST", "rooms", """{"title":"x","teamId":"x"}""", 404, NotFound),
        ("POST", "rooms", """{"title":"x","classificationId":"x"}""", 400, "Invalid value for classificationId."),
        ("POST", "rooms", """{"title":"x","isLocked":5}""", 400, Malformed),
        ("POST", "rooms", """{"title":"x","isPublic":true}""", 400, null),
        ("POST", "rooms", """{"title":"x","isAnnouncementOnly":true}""", 400, null),
        ("PUT", "rooms/x", """{"title":"x"}""", 404, NotFound),
        ("PUT", "rooms/{room}", "{}", 400, "Title cannot be empty."),
        ("PUT", "rooms/{room}", """{"title":"x","teamId":"x"}""", 404, NotFound),
        ("PUT", "rooms/{room}", """{"title":"x","isLocked":"perhaps"}""", 400, Malformed),
        ("PUT", "rooms/{room}", """{"title":"x","isAnnouncementOnly":true}""", 400, null),
        ("DELETE", "rooms/x", "", 404, NotFound),
        ("GET", "memberships?roomId=x", "", 404, NotFound),
        ("GET", "memberships?max=x", "", 400, "Invalid value for max."),
        ("GET", "memberships/x", "", 404, NoMembership),
        ("POST", "memberships", "{}", 400, NoRoomId),
        ("POST", "memberships", """{"roomId":"{room}"}""", 400, NoPerson),
        ("POST", "memberships", """{"roomId":"{room}","personId":"{bob}","personEmail":"bob@example.com"}""", 400, NoPerson),
        ("POST", "memberships", """{"roomId":"x","personId":"{bob}"}""", 404, NotFound),
        ("POST", "memberships", """{"roomId":"{room}","personId":"x"}""", 404, NotFound),
        ("POST", "memberships", """{"roomId":"{room}","personEmail":"no address"}""", 404, NotFound),
        ("POST", "memberships", """{"roomId":"{room}","personId":"{bob}"}""", 409, "User is already a participant in the room."),
        ("POST", "memberships", """{"roomId":"{room}","personId":"{carol}","isModerator":"x"}""", 400, Malformed),
        ("PUT", "memberships/x", """{"isModerator":true}""", 404, NoMembership),
        ("PUT", "memberships/{membership}", "{}", 400, "Invalid value for isModerator."),
        ("PUT", "memberships/{membership}", """{"isRoomHidden":"x"}""", 400, Malformed),
        ("PATCH", "memberships/{membership}", "{}", 400, "Invalid value for isModerator."),
        ("DELETE", "memberships/x", "", 404, NoMembership),
        ("GET", "people", "", 400, "Email, displayName, or id list should be specified."),
        ("GET", "people?id={bob}&max=0", "", 400, "Invalid value for max."),
        ("GET", "people?displayName=B&excludeStatus=x", "", 400, "Invalid value for excludeStatus."),
        ("GET", "people?displayName=B&callingData=x", "", 400, "Invalid value for callingData."),
        ("GET", "people/x", "", 404, "Person not found"),
        ("GET", "people/me?callingData=x", "", 400, "Invalid value for callingData."),
        ("GET", "teams?max=x", "", 400, "Invalid value for max."),
        ("GET", "teams/x", "", 404, NotFound),
        ("POST", "teams", "{}", 400, "name cannot be empty"),
        ("PUT", "teams/{team}", "{}", 400, "name cannot be empty"),
        ("PUT", "teams/x", """{"name":"x"}""", 404, NotFound),
        ("DELETE", "teams/x", "", 404, NotFound),
        ("GET", "team/memberships", "", 400, "Required String parameter 'teamId' is not present"),
        ("GET", "team/memberships?teamId=x", "", 404, NotFound),
        ("GET", "team/memberships?teamId={team}&max=0", "", 400, "Invalid value for max."),
        ("GET", "team/memberships/x", "", 404, NoMembership),
        ("POST", "team/memberships", "{}", 400, "teamId cannot be null"),
        ("POST", "team/memberships", """{"teamId":"{team}"}""", 400, NoPerson),
        ("POST", "team/memberships", """{"teamId":"x","personId":"{bob}"}""", 404, NotFound),
        ("POST", "team/memberships", """{"teamId":"{team}","personId":"x"}""", 404, NotFound),
        ("PUT", "team/memberships/x", """{"isModerator":true}""", 404, NoMembership),
        ("PUT", "team/memberships/x", "{}", 400, "Invalid value for isModerator."),
        ("DELETE", "team/memberships/x", "", 404, NoMembership),
        ("GET", "room/tabs", "", 400, "Required String parameter 'roomId' is not present"),
        ("GET", "room/tabs?roomId=x", "", 404, NotFound),
        ("GET", "room/tabs/x", "", 404, NotFound),
        ("POST", "room/tabs", "{}", 400, NoRoomId),
        ("POST", "room/tabs", """{"roomId":"{room}","displayName":"x"}""", 400, "Invalid value for contentUrl."),
        ("POST", "room/tabs", """{"roomId":"{room}","contentUrl":"https://example.com/"}""", 400, "Invalid value for displayName."),
        ("POST", "room/tabs", """{"roomId":"{room}","displayName":"x","contentUrl":"http://example.com/"}""", 400, null),
        ("POST", "room/tabs", """{"roomId":"x","displayName":"x","contentUrl":"https://example.com/"}""", 404, NotFound),
        ("PUT", "room/tabs/x", """{"roomId":"{room}","displayName":"x","contentUrl":"https://example.com/"}""", 404, NotFound),
        ("DELETE", "room/tabs/x", "", 404, NotFound),
        ("GET", "webhooks?max=x", "", 400, "Invalid value for max."),
        ("GET", "webhooks/x", "", 404, NotFound),
        ("POST", "webhooks", "{}", 400, "name cannot be empty"),
        ("POST", "webhooks", """{"name":"x"}""", 400, "targetUrl cannot be null"),
        ("POST", "webhooks", """{"name":"x","targetUrl":"no address","resource":"rooms","event":"all"}""", 400, "Invalid value for targetUrl."),
        ("POST", "webhooks", """{"name":"x","targetUrl":"http://127.0.0.1/","resource":"dogs","event":"all"}""", 400, "Invalid value for resource."),
        ("POST", "webhooks", """{"name":"x","targetUrl":"http://127.0.0.1/","resource":"rooms","event":"barked"}""", 400, "Invalid value for event."),
        ("POST", "webhooks", """{"name":"x","targetUrl":"http://127.0.0.1/","resource":"rooms","event":"all","filter":"roomId=x"}""", 400, null),
        ("POST", "webhooks", """{"name":"x","targetUrl":"http://127.0.0.1/","resource":"rooms","event":"all","ownedBy":"org"}""", 403, null),
        ("PUT", "webhooks/x", """{"name":"x","targetUrl":"http://127.0.0.1/"}""", 404, NotFound),
        ("DELETE", "webhooks/x", "", 404, NotFound),
    ];

    [Fact]
    public async Task Every_wrong_value_is_answered_as_webex_does()
    {
        await using var webex = await LocalWebex.StartAsync();
        var names = await NamesAsync(webex);
        var wrong = new List<string>();
        foreach (var (method, path, body, status, text) in Cases)
        {
            var content = body.Length == 0 ? null : new StringContent(Fill(body), null, "application/json");
            var answer = await webex.Carol.SendAsync(new(method), Fill(path), content);
            var said = answer.Has("message") ? answer.Text("message") : null;
            if ((int)answer.Status != status || (text is not null && said != text)) wrong.Add($"{method} {path} {body}: {(int)answer.Status} {said}");
            else if (answer.Body.GetProperty("errors")[0].GetProperty("description").GetString() != said) wrong.Add($"{method} {path}: errors");
        }
        wrong.ShouldBeEmpty();

        string Fill(string template) => names.Aggregate(template, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task A_message_is_at_most_7439_bytes(string field)
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Carol);
        (await webex.Carol.PostAsync("messages", With(new string('€', 2479)))).Ok();
        var message = (await webex.Carol.PostAsync("messages", With(new string('x', 7439)))).Ok().Text("id");
        const string tooBig = "Unable to post message to room: \"The request payload is too big\"";
        (await webex.Carol.PostAsync("messages", With(new string('x', 7440)))).Refused(400, tooBig);
        (await webex.Carol.PutAsync($"messages/{message}", With(new string('x', 7440)))).Refused(400, tooBig);
        (await webex.Carol.PostAsync("messages", With(new string('x', 1_100_000)))).Refused(400, tooBig);

        JsonElement With(string value) => JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["roomId"] = room, [field] = value });
    }

    private static async Task<Dictionary<string, string>> NamesAsync(LocalWebex webex)
    {
        var room = await webex.RoomAsync(webex.Carol, webex.Bob);
        return new()
        {
            ["room"] = room,
            ["message"] = await webex.Carol.SayAsync(room, "hello"),
            ["membership"] = (await webex.Carol.GetAsync($"memberships?roomId={room}")).Ok().Items[0].GetProperty("id").GetString()!,
            ["team"] = (await webex.Carol.PostAsync("teams", new { name = "Growers" })).Ok().Text("id"),
            ["bob"] = webex.Bob.Id,
            ["carol"] = webex.Carol.Id,
        };
    }
}
