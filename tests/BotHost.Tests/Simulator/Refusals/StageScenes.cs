using BotHost.Tests.Simulator.Identity;
using System.Text.Json;

namespace BotHost.Tests.Simulator.Refusals;

/// <summary>Puts on a stage what the calls are about.</summary>
internal static class StageScenes
{
    private static readonly object[] Card = [new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard" } }];

    public static async Task PlayAsync(Stage stage)
    {
        var webex = stage.Webex;
        foreach (var (name, account) in new[] { ("alice", webex.Alice), ("bob", webex.Bob), ("carol", webex.Carol), ("dave", webex.Dave) }) stage[name] = account.Id;
        (stage["carolsOrganisation"], stage["davesOrganisation"]) = (webex.Carol.OrgId, webex.Dave.OrgId);
        stage["classification"] = Ids.Make("CLASSIFICATION", "c4e5f6a7-1122-4334-8556-6778899aabbc");
        stage["role"] = Ids.Make("ROLE", "id_full_admin");
        await RoomAsync(stage, webex.Carol, webex.Bob);
        await FilesAsync(stage, webex.Carol);
        await DirectAsync(stage, webex);
        await WhatIsBobsAsync(stage, webex.Bob);
        await ModeratedAsync(stage, webex);
        await TeamsAsync(stage, webex);
        foreach (var name in new[] { "webhook", "second", "third" }) stage[name] = await HookAsync(webex.Carol);
        await PermissionsAsync(stage, webex);
        await OfficeAsync(stage, webex);
        await webex.Alice.IdOfAsync("webhooks", new { name = "x", targetUrl = "http://127.0.0.1:1/", resource = "rooms", @event = "created", ownedBy = "org" });
    }

    private static async Task RoomAsync(Stage stage, Account carol, Account bob)
    {
        var room = stage["room"] = await stage.Webex.RoomAsync(carol, bob, stage.Webex.Bot);
        stage["message"] = await carol.SayAsync(room, "hello");
        stage["reply"] = await carol.IdOfAsync("messages", new { roomId = room, parentId = stage["message"], text = "and again" });
        stage["bobsMessage"] = await bob.SayAsync(room, "hello, Carol");
        stage["edited"] = await carol.SayAsync(room, "once");
        for (var edit = 0; edit < 10; edit++) (await carol.PutAsync($"messages/{stage["edited"]}", new { roomId = room, text = "more" })).Ok();
        stage["card"] = await carol.IdOfAsync("messages", new { roomId = room, text = "a card", attachments = Card });
        stage["submit"] = await carol.IdOfAsync("attachment/actions", new { type = "submit", messageId = stage["card"], inputs = new { } });
        stage["tab"] = await TabAsync(carol, room);
        stage["membership"] = await carol.MembershipAsync(room, carol);
        stage["bobsMembership"] = await carol.MembershipAsync(room, bob);
        stage["elsewhere"] = await carol.SayAsync(await stage.Webex.RoomAsync(carol), "elsewhere");
    }

    private static async Task FilesAsync(Stage stage, Account carol)
    {
        foreach (var name in new[] { "file", "infected", "scanning", "unscannable" })
        {
            var message = (await carol.UploadAsync(stage["room"], $"{name}.png", [1])).Ok();
            stage[name] = message.Texts("files").Single().Split('/')[^1];
            if (name is "file") stage["fileMessage"] = message.Text("id");
        }
    }

    private static async Task DirectAsync(Stage stage, LocalWebex webex)
    {
        var first = (await webex.Carol.PostAsync("messages", new { toPersonId = webex.Bob.Id, text = "1" })).Ok();
        stage["direct"] = first.Text("roomId");
        foreach (var text in new[] { "2", "3" }) (await webex.Carol.PostAsync("messages", new { toPersonId = webex.Bob.Id, text })).Ok();
        stage["directMembership"] = await webex.Carol.MembershipAsync(stage["direct"], webex.Carol);
        stage["bobsDirectMembership"] = await webex.Carol.MembershipAsync(stage["direct"], webex.Bob);
        stage["frozen"] = (await webex.Carol.PostAsync("messages", new { toPersonId = webex.Alice.Id, text = "hello" })).Ok().Text("roomId");
        (await webex.Alice.PutAsync($"rooms/{stage["frozen"]}", new { title = "Carol Clark", isReadOnly = true })).Ok();
    }

    private static async Task WhatIsBobsAsync(Stage stage, Account bob)
    {
        var room = stage["bobsRoom"] = await stage.Webex.RoomAsync(bob);
        stage["bobsOwnMessage"] = await bob.SayAsync(room, "to myself");
        stage["bobsOwnCard"] = await bob.IdOfAsync("messages", new { roomId = room, text = "a card", attachments = Card });
        stage["bobsOwnSubmit"] = await bob.IdOfAsync("attachment/actions", new { type = "submit", messageId = stage["bobsOwnCard"], inputs = new { } });
        stage["bobsOwnFile"] = (await bob.UploadAsync(room, "diary.txt", [1])).Ok().Texts("files").Single().Split('/')[^1];
        stage["bobsOwnTab"] = await TabAsync(bob, room);
        stage["bobsOwnMembership"] = await bob.MembershipAsync(room, bob);
        stage["bobsTeam"] = await bob.IdOfAsync("teams", new { name = "Loners" });
        stage["bobsOwnTeamMembership"] = await bob.TeamMembershipAsync(stage["bobsTeam"], bob);
        stage["bobsWebhook"] = await HookAsync(bob);
    }

    private static async Task ModeratedAsync(Stage stage, LocalWebex webex)
    {
        stage["locked"] = await webex.Bob.IdOfAsync("rooms", new { title = "Board", isLocked = true });
        stage["news"] = await webex.Bob.IdOfAsync("rooms", new { title = "News", isLocked = true, isAnnouncementOnly = true });
        foreach (var room in new[] { stage["locked"], stage["news"] }) (await webex.Bob.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id })).Ok();
        stage["lockedTab"] = await TabAsync(webex.Bob, stage["locked"]);
        stage["lockedMembership"] = await webex.Bob.MembershipAsync(stage["locked"], webex.Bob);
        // Moderated by both, and so no room for a team that Bob is not in.
        stage["board"] = await webex.Carol.IdOfAsync("rooms", new { title = "Board", isLocked = true });
        (await webex.Carol.PostAsync("memberships", new { roomId = stage["board"], personId = webex.Bob.Id, isModerator = true })).Ok();
    }

    private static async Task TeamsAsync(Stage stage, LocalWebex webex)
    {
        var team = stage["team"] = await webex.Carol.IdOfAsync("teams", new { name = "Growers" });
        foreach (var other in new[] { webex.Alice, webex.Echo }) (await webex.Carol.PostAsync("team/memberships", new { teamId = team, personId = other.Id })).Ok();
        stage["teamMembership"] = await webex.Carol.TeamMembershipAsync(team, webex.Carol);
        stage["alicesTeamMembership"] = await webex.Carol.TeamMembershipAsync(team, webex.Alice);
        stage["general"] = (await webex.Carol.AllAsync($"rooms?teamId={team}")).Single().GetProperty("id").GetString()!;
        stage["generalMembership"] = await webex.Carol.MembershipAsync(stage["general"], webex.Carol);
        stage["teamRoom"] = await webex.Carol.IdOfAsync("rooms", new { title = "Tools", teamId = team });
        var joined = stage["joinedTeam"] = await webex.Bob.IdOfAsync("teams", new { name = "Pickers" });
        (await webex.Bob.PostAsync("team/memberships", new { teamId = joined, personId = webex.Carol.Id })).Ok();
        stage["joinedTeamMembership"] = await webex.Bob.TeamMembershipAsync(joined, webex.Bob);
        (await webex.Carol.PostAsync("teams", new { name = "Third" })).Ok();
    }

    private static async Task PermissionsAsync(Stage stage, LocalWebex webex)
    {
        var (integration, service) = (await webex.ApplicationAsync("BotHost"), await webex.ApplicationAsync("Service"));
        (stage["integration"], stage["integrationSecret"], stage["application"]) = (integration.ClientId, integration.ClientSecret, integration.Id);
        (stage["serviceApp"], stage["serviceAppSecret"], stage["serviceAppId"]) = (service.ClientId, service.ClientSecret, service.Id);
        stage["refreshToken"] = (await webex.ConsentAsync(webex.Bob, integration)).GetProperty("refresh_token").GetString()!;
        await webex.ConsentAsync(webex.Carol, integration);
        stage["authorization"] = (await webex.Alice.GetAsync($"authorizations?personId={webex.Carol.Id}")).Ok().Items[0].GetProperty("id").GetString()!;
        stage["device"] = await webex.DeviceAsync(integration, accept: null);
        stage["declinedDevice"] = await webex.DeviceAsync(integration, accept: false);
        stage["acceptedDevice"] = await webex.DeviceAsync(integration, accept: true);
        (await webex.ControlAsync(HttpMethod.Post, $"applications/{service.ClientId}/authorize", new { email = webex.Alice.Email })).Status.ShouldBe(System.Net.HttpStatusCode.NoContent);
    }

    private static async Task OfficeAsync(Stage stage, LocalWebex webex)
    {
        stage["bot"] = webex.Bot.Id;
        stage["erin"] = await webex.Alice.IdOfAsync("people", new { emails = new[] { "erin@example.com" }, displayName = "Erin" });
        stage["licence"] = (await webex.Alice.GetAsync("licenses")).Ok().Items[0].GetProperty("id").GetString()!;
        stage["event"] = (await webex.Alice.GetAsync("events?resource=rooms")).Ok().Items[0].GetProperty("id").GetString()!;
    }

    private static Task<string> TabAsync(Account account, string roomId) =>
        account.IdOfAsync("room/tabs", new { roomId, contentUrl = "https://example.com/", displayName = "Plan" });

    private static Task<string> HookAsync(Account account) =>
        account.IdOfAsync("webhooks", new { name = "x", targetUrl = "http://127.0.0.1:1/", resource = "rooms", @event = "updated" });

    private static async Task<string> IdOfAsync(this Account account, string path, object body) => (await account.PostAsync(path, body)).Ok().Text("id");

    private static Task<string> MembershipAsync(this Account account, string roomId, Account of) => account.OfAsync($"memberships?roomId={roomId}", of);

    private static Task<string> TeamMembershipAsync(this Account account, string teamId, Account of) => account.OfAsync($"team/memberships?teamId={teamId}", of);

    private static async Task<string> OfAsync(this Account account, string path, Account of) =>
        (await account.AllAsync(path)).Single(item => item.GetProperty("personId").GetString() == of.Id).GetProperty("id").GetString()!;

    private static async Task<List<JsonElement>> AllAsync(this Account account, string path)
    {
        var all = new List<JsonElement>();
        for (string? next = path; next is not null;)
        {
            var page = (await account.GetAsync(next)).Ok();
            all.AddRange(page.Items);
            next = page.Next;
        }
        return all;
    }
}
