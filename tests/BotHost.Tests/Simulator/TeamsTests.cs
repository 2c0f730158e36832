namespace BotHost.Tests.Simulator;

public sealed class TeamsTests
{
    [Fact]
    public async Task A_team_is_created_with_its_general_room_read_renamed_and_deleted()
    {
        await using var webex = await LocalWebex.StartAsync();
        var created = (await webex.Alice.PostAsync("teams", new { name = "Growers", description = "Trees" })).Ok();
        var id = created.Text("id");
        created.Text("creatorId").ShouldBe(webex.Alice.Id);
        (await webex.Alice.GetAsync($"teams/{id}")).Ok().Body.ToString().ShouldBe(created.Body.ToString());
        var general = (await webex.Alice.GetAsync($"rooms?teamId={id}")).Ok().Items.ShouldHaveSingleItem();
        general.GetProperty("title").GetString().ShouldBe("General");
        general.GetProperty("teamId").GetString().ShouldBe(id);
        Ids.KeyOf(general.GetProperty("id").GetString()!).ShouldBe(Ids.KeyOf(id));

        (await webex.Alice.PutAsync($"teams/{id}", new { name = "Pickers" })).Ok().Text("description").ShouldBe("Trees");
        (await webex.Alice.GetAsync("teams")).Ok().Items.Single().GetProperty("name").GetString().ShouldBe("Pickers");
        (await webex.Bob.GetAsync($"teams/{id}")).Refused(404);
        (await webex.Alice.DeleteAsync($"teams/{id}")).Deleted();
        (await webex.Alice.GetAsync($"teams/{id}")).Refused(404);
        (await webex.Alice.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Being_in_the_team_opens_its_rooms_and_leaving_closes_them()
    {
        await using var webex = await LocalWebex.StartAsync();
        var team = await TeamAsync(webex);
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Orchard", teamId = team })).Ok().Text("id");
        await webex.Alice.SayAsync(room, "before");
        (await webex.Bob.GetAsync($"rooms/{room}")).Refused(404);

        var bob = (await webex.Alice.PostAsync("team/memberships", new { teamId = team, personEmail = webex.Bob.Email })).Ok();
        (await webex.Bob.GetAsync($"team/memberships/{bob.Text("id")}")).Ok().Body.ToString().ShouldBe(bob.Body.ToString());
        (await webex.Bob.GetAsync($"rooms?teamId={team}")).Ok().Items.Count.ShouldBe(2);
        (await webex.Bob.GetAsync("rooms")).Ok().Items.Single().GetProperty("title").GetString().ShouldBe("General");
        (await webex.Bob.GetAsync($"messages?roomId={room}")).Refused(404);
        (await webex.Bob.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id })).Refused(404);
        (await webex.Bob.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        (await webex.Bob.GetAsync($"messages?roomId={room}")).Ok().Items.Count.ShouldBe(1);

        (await webex.Alice.DeleteAsync($"team/memberships/{bob.Text("id")}")).Deleted();
        (await webex.Bob.GetAsync($"rooms/{room}")).Refused(404);
        (await webex.Bob.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task By_a_switch_team_rooms_are_for_their_members_only()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:TeamRoomsAreOpenToTheTeam", "false"));
        var team = await TeamAsync(webex, webex.Bob);
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Orchard", teamId = team })).Ok().Text("id");
        (await webex.Bob.GetAsync($"rooms/{room}")).Refused(404);
    }

    [Fact]
    public async Task The_general_room_and_the_team_have_the_same_members()
    {
        await using var webex = await LocalWebex.StartAsync();
        var team = await TeamAsync(webex);
        var general = (await webex.Alice.GetAsync($"rooms?teamId={team}")).Ok().Items.Single().GetProperty("id").GetString();
        var bob = (await webex.Alice.PostAsync("memberships", new { roomId = general, personId = webex.Bob.Id, isModerator = true })).Ok();
        bob.Flag("isModerator").ShouldBeTrue();
        var members = (await webex.Bob.GetAsync($"team/memberships?teamId={team}")).Ok().Items;
        members.Count(member => member.GetProperty("isModerator").GetBoolean()).ShouldBe(2);
        (await webex.Bob.PutAsync($"memberships/{bob.Text("id")}", new { isModerator = false })).Ok().Flag("isModerator").ShouldBeFalse();
        (await webex.Alice.DeleteAsync($"memberships/{bob.Text("id")}")).Deleted();
        (await webex.Bob.GetAsync($"teams/{team}")).Refused(404);
        (await webex.Alice.DeleteAsync($"rooms/{general}")).Refused(400);
        (await webex.Alice.PutAsync($"rooms/{general}", new { title = "General", isLocked = false })).Refused(400);
    }

    [Fact]
    public async Task The_last_moderator_stays()
    {
        await using var webex = await LocalWebex.StartAsync();
        var team = await TeamAsync(webex, webex.Bob);
        var members = (await webex.Alice.GetAsync($"team/memberships?teamId={team}")).Ok().Items;
        var (alice, bob) = (IdOf(webex.Alice), IdOf(webex.Bob));
        (await webex.Alice.DeleteAsync($"team/memberships/{alice}")).Refused(400);
        (await webex.Alice.PutAsync($"team/memberships/{alice}", new { isModerator = false })).Refused(400);
        (await webex.Alice.PutAsync($"team/memberships/{bob}", new { isModerator = true })).Ok();
        (await webex.Alice.DeleteAsync($"team/memberships/{alice}")).Deleted();

        string IdOf(Account account) =>
            members.Single(member => member.GetProperty("personId").GetString() == account.Id).GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task Only_moderators_change_a_team()
    {
        await using var webex = await LocalWebex.StartAsync();
        var team = await TeamAsync(webex, webex.Bob);
        (await webex.Bob.PutAsync($"teams/{team}", new { name = "Mine" })).Refused(403);
        (await webex.Bob.DeleteAsync($"teams/{team}")).Refused(403);
        (await webex.Bob.PostAsync("team/memberships", new { teamId = team, personId = webex.Carol.Id })).Refused(403);
        (await webex.Alice.PostAsync("team/memberships", new { teamId = team, personId = webex.Bob.Id })).Refused(409);
    }

    [Fact]
    public async Task A_room_is_moved_into_a_team_and_stays_there()
    {
        await using var webex = await LocalWebex.StartAsync();
        var (team, other) = (await TeamAsync(webex), await TeamAsync(webex));
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "Orchard", teamId = team })).Refused(404);
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id, isModerator = true })).Ok();
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Orchard", teamId = team })).Refused(400);
        (await webex.Alice.PostAsync("team/memberships", new { teamId = team, personId = webex.Carol.Id })).Ok();
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Orchard", teamId = team })).Ok().Text("teamId").ShouldBe(team);
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Orchard", teamId = team })).Ok();
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Orchard", teamId = other })).Refused(400);
    }

    [Fact]
    public async Task A_deleted_team_room_is_archived_and_seen_by_nobody()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var team = await TeamAsync(webex, webex.Bob);
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Orchard", teamId = team })).Ok().Text("id");
        await receiver.RegisterAsync(webex.Alice, "memberships", "deleted");
        (await webex.Alice.DeleteAsync($"rooms/{room}")).Deleted();
        (await webex.Alice.GetAsync($"rooms/{room}")).Refused(404);
        (await webex.Bob.GetAsync($"rooms?teamId={team}")).Ok().Items.Count.ShouldBe(1);
        (await receiver.AllAsync(webex)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task From_the_outside_a_moderated_team_room_shows_its_moderators()
    {
        await using var webex = await LocalWebex.StartAsync();
        var team = await TeamAsync(webex, webex.Bob);
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Orchard", teamId = team, isLocked = true })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id })).Ok();
        (await webex.Bob.GetAsync($"memberships?roomId={room}")).Ok().Items.Single().GetProperty("personId").GetString().ShouldBe(webex.Alice.Id);
        (await webex.Carol.GetAsync($"memberships?roomId={room}")).Ok().Items.Count.ShouldBe(2);
        (await webex.Bob.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Refused(403);
    }

    private static async Task<string> TeamAsync(LocalWebex webex, params Account[] members)
    {
        var team = (await webex.Alice.PostAsync("teams", new { name = "Growers" })).Ok().Text("id");
        foreach (var member in members) (await webex.Alice.PostAsync("team/memberships", new { teamId = team, personId = member.Id })).Ok();
        return team;
    }
}
