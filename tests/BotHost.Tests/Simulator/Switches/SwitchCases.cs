using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Tests.Simulator.Switches;

/// <summary>One for each switch.</summary>
internal static class SwitchCases
{
    public static readonly IReadOnlyList<SwitchCase> All =
    [
        .. IdentitySwitches.All,
        new("MalformedIdIsBadRequest", "true", 404, 400, async webex => await webex.Alice.StatusAsync("rooms/!!")),
        new("WrongContentTypeIs415", "true", 400, 415, async webex =>
            StatusOf(await webex.Alice.SendAsync(HttpMethod.Post, "rooms", new StringContent("title=x", Encoding.UTF8, "text/plain")))),
        new("ListsBeginWithAnEmptyPage", "true", false, true, async webex => (await webex.Alice.GetAsync("rooms")).Ok() is { Items: [], Next: not null }),
        new("UnknownEmailsArePending", "false", 200, 404, async webex =>
            StatusOf(await webex.Alice.PostAsync("messages", new { toPersonEmail = "new@nowhere.example", text = "hello" }))),
        new("EmailsAreFoundEverywhere", "true", 0, 1, async webex => (await webex.Bot.GetAsync("people?email=bob@example.com")).Ok().Items.Count),
        new("BotsHearThemselves", "false", 1, 0, async webex =>
            await HeardAsync(webex, webex.Bot, "messages", "created", null, async room => await webex.Bot.SayAsync(room, "pong"))),
        new("AllMentionsReachBots", "true", 403, 200, async webex =>
            await webex.Bot.StatusAsync($"messages/{await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice, webex.Bot), "<@all> hear")}")),
        new("MentionsShowTheGivenName", "false", "Bobby hear", "Bob Brown hear", async webex =>
            (await ReadAsync(webex, "<@personEmail:bob@example.com|Bobby> hear")).Text("text")),
        new("GroupMentionAttribute", "data-object-id", "data-group-type", "data-object-id", async webex =>
            Regex.Match((await ReadAsync(webex, "<@all> hear")).Text("html"), "(data-[a-z-]+)=\"all\"").Groups[1].Value),
        new("MarkdownForItsAuthorOnly", "true", true, false, async webex => (await ReadAsync(webex, "**hear**")).Has("markdown")),
        new("ReplyToReplyIsRewritten", "true", 400, 200, ReplyToReplyAsync),
        new("EditsFireMessagesUpdated", "false", 1, 0, async webex => await HeardAsync(webex, webex.Alice, "messages", "updated", null, async room =>
            (await webex.Alice.PutAsync($"messages/{await webex.Alice.SayAsync(room, "one")}", new { roomId = room, text = "two" })).Ok())),
        new("TitleChangesFireRoomsUpdated", "false", 1, 0, async webex => await HeardAsync(webex, webex.Alice, "rooms", "updated", null, async room =>
            (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Meadow" })).Ok())),
        new("NoDirectRoomIs404", "false", 404, 200, async webex => await webex.Alice.StatusAsync("messages/direct?personEmail=bob@example.com")),
        new("DirectRoomsCannotBeDeleted", "false", 400, 204, async webex => StatusOf(await webex.Alice.DeleteAsync($"rooms/{await DirectAsync(webex)}"))),
        new("DirectRoomMembershipStatus", "400", 403, 400, async webex =>
            StatusOf(await webex.Alice.PostAsync("memberships", new { roomId = await DirectAsync(webex), personId = webex.Carol.Id }))),
        new("MembershipsOfOthersNeedARoom", "false", 403, 200, async webex => await webex.Bob.StatusAsync("memberships?personEmail=carol@example.com")),
        new("TeamRoomsAreOpenToTheTeam", "false", 200, 404, RoomOfTeamAsync),
        new("FlagsOfPeopleAreBooleans", "true", "String", "True", async webex =>
            (await webex.Alice.GetAsync("people/me")).Ok().Body.GetProperty("loginEnabled").ValueKind.ToString()),
        new("TeamsHaveTheirCreator", "false", true, false, async webex => (await webex.Alice.PostAsync("teams", new { name = "Growers" })).Ok().Has("creatorId")),
        new("MeetingInfoIsFilled", "true", false, true, async webex =>
            (await webex.Alice.GetAsync($"rooms/{await webex.RoomAsync(webex.Alice)}/meetingInfo")).Ok().Has("meetingLink")),
        new("FileWithCardIsAllowed", "true", 400, 200, async webex => StatusOf(await webex.Alice.PostAsync("messages", new
        {
            roomId = await webex.RoomAsync(webex.Alice),
            files = new[] { $"{webex.Http.BaseAddress}simulator/accounts" },
            attachments = Card,
        }))),
        new("FileNamesAreRawUtf8", "true", true, false, NameIsEncodedAsync),
        new("SubmitAnswers202", "true", 200, 202, async webex => StatusOf(await SubmitAsync(webex))),
        new("SubmitsAreReadableByTheRoom", "true", 404, 200, async webex =>
            await webex.Carol.StatusAsync($"attachment/actions/{(await SubmitAsync(webex)).Text("id")}")),
        new("WebhookDeleteAnswersAsIn2018", "true", 404, 400, async webex => StatusOf(await webex.Alice.DeleteAsync("webhooks/x"))),
        new("FiltersIgnoreCase", "true", 0, 1, async webex =>
            await HeardAsync(webex, webex.Alice, "messages", "created", "personEmail=BOB@example.com", async room => await webex.Bob.SayAsync(room, "hello"))),
        new("WebhooksBelongToTheirApp", "false", 0, 1, async webex =>
        {
            var (one, other) = (await webex.MintAsync(webex.Bob, kind: "integration", clientId: "one"), await webex.MintAsync(webex.Bob, kind: "integration", clientId: "other"));
            await using var receiver = await WebhookReceiver.StartAsync();
            await receiver.RegisterAsync(one, "rooms", "created", null);
            return (await other.GetAsync("webhooks")).Ok().Items.Count;
        }),
        new("EditsSayWhen", "true", false, true, async webex =>
        {
            await using var receiver = await WebhookReceiver.StartAsync();
            var room = await webex.RoomAsync(webex.Alice, webex.Bob);
            await receiver.RegisterAsync(webex.Alice, "messages", "updated", null);
            (await webex.Alice.PutAsync($"messages/{await webex.Alice.SayAsync(room, "one")}", new { roomId = room, text = "two" })).Ok();
            return (await receiver.AllAsync(webex)).Single().DataKeys.Contains("updated");
        }),
    ];

    private static readonly object[] Card = [new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard" } }];

    private static int StatusOf(Answer answer) => (int)answer.Status;

    /// <summary>How many webhooks of the kind come of something that happens in a room of Alice, Bob and the bot.</summary>
    private static async Task<object> HeardAsync(LocalWebex webex, Account owner, string resource, string happening, string? filter, Func<string, Task> happen)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Bot);
        await receiver.RegisterAsync(owner, resource, happening, filter);
        await happen(room);
        return (await receiver.AllAsync(webex)).Count;
    }

    /// <summary>What Alice says, as Bob reads it.</summary>
    private static async Task<Answer> ReadAsync(LocalWebex webex, string markdown) =>
        (await webex.Bob.GetAsync($"messages/{await webex.Alice.SayAsync(await webex.RoomAsync(webex.Alice, webex.Bob), markdown)}")).Ok();

    private static async Task<string> DirectAsync(LocalWebex webex) =>
        (await webex.Alice.PostAsync("messages", new { toPersonId = webex.Bob.Id, text = "hello" })).Ok().Text("roomId");

    private static async Task<object> ReplyToReplyAsync(LocalWebex webex)
    {
        var room = await webex.RoomAsync(webex.Alice);
        var root = await webex.Alice.SayAsync(room, "root");
        var reply = (await webex.Alice.PostAsync("messages", new { roomId = room, parentId = root, text = "reply" })).Ok().Text("id");
        return StatusOf(await webex.Alice.PostAsync("messages", new { roomId = room, parentId = reply, text = "reply to the reply" }));
    }

    private static async Task<object> RoomOfTeamAsync(LocalWebex webex)
    {
        var team = (await webex.Alice.PostAsync("teams", new { name = "Growers" })).Ok().Text("id");
        (await webex.Alice.PostAsync("team/memberships", new { teamId = team, personId = webex.Bob.Id })).Ok();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Tools", teamId = team })).Ok().Text("id");
        return await webex.Bob.StatusAsync($"rooms/{room}");
    }

    private static async Task<object> NameIsEncodedAsync(LocalWebex webex)
    {
        var url = (await webex.Alice.UploadAsync(await webex.RoomAsync(webex.Alice), "ü.txt", [1])).Ok().Texts("files").Single();
        using var file = await webex.DownloadAsync(webex.Alice, url);
        return file.Content.Headers.NonValidated["Content-Disposition"].ToString().Contains("filename*=", StringComparison.Ordinal);
    }

    /// <summary>Bob's, of a card of Alice's, in a room that Carol is in too.</summary>
    private static async Task<Answer> SubmitAsync(LocalWebex webex)
    {
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Carol);
        var card = (await webex.Alice.PostAsync("messages", new { roomId = room, text = "a card", attachments = Card })).Ok().Text("id");
        return await webex.Bob.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = new { } });
    }
}
