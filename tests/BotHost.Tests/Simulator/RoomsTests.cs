namespace BotHost.Tests.Simulator;

public sealed class RoomsTests
{
    [Fact]
    public async Task A_room_is_created_read_renamed_and_deleted()
    {
        await using var webex = await LocalWebex.StartAsync();
        var created = (await webex.Alice.PostAsync("rooms", new { title = "Orchard" })).Ok();
        var id = created.Text("id");
        created.Text("type").ShouldBe("group");
        created.Flag("isLocked").ShouldBeFalse();
        created.Text("creatorId").ShouldBe(webex.Alice.Id);
        created.Text("ownerId").ShouldBe(webex.Alice.OrgId);
        created.Text("created").ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        created.Has("isReadOnly").ShouldBeFalse();

        (await webex.Alice.GetAsync($"rooms/{id}")).Ok().Flag("isReadOnly").ShouldBeFalse();
        (await webex.Alice.PutAsync($"rooms/{id}", new { title = "Meadow" })).Ok().Text("title").ShouldBe("Meadow");
        (await webex.Alice.DeleteAsync($"rooms/{id}")).Deleted();
        (await webex.Alice.GetAsync($"rooms/{id}")).Refused(404);
    }

    [Fact]
    public async Task A_room_one_is_not_in_does_not_exist()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Bob.GetAsync($"rooms/{room}")).Refused(404);
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "Mine" })).Refused(404);
        (await webex.Bob.DeleteAsync($"rooms/{room}")).Refused(404);
        (await webex.Bob.GetAsync("rooms")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_created_is_refused()
    {
        await using var webex = await LocalWebex.StartAsync();
        (await webex.Alice.PostAsync("rooms", new { })).Refused(400, "Title cannot be empty.");
        (await webex.Alice.PostAsync("rooms", new { title = "" })).Refused(400, "Title cannot be empty.");
        (await webex.Alice.PostAsync("rooms", new { title = "x", isPublic = true })).Refused(400);
        (await webex.Alice.PostAsync("rooms", new { title = "x", isAnnouncementOnly = true })).Refused(400);
        (await webex.Alice.PostAsync("rooms", new { title = "x", teamId = "unknown" })).Refused(404);
    }

    [Fact]
    public async Task The_list_has_the_latest_activity_first_and_can_be_narrowed()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        var first = await webex.RoomAsync(webex.Alice);
        var second = await webex.RoomAsync(webex.Alice);
        await webex.Alice.SayAsync(first, "hello");
        (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bob@example.com", text = "hi" })).Ok();
        (await webex.Alice.PostAsync("messages", new { roomId = first, text = "again" })).Ok();

        (await webex.Alice.GetAsync("rooms?type=group")).Ok().Items.Select(room => room.GetProperty("id").GetString()).ShouldBe([first, second]);
        (await webex.Alice.GetAsync("rooms?type=direct")).Ok().Items.Single().GetProperty("title").GetString().ShouldBe("Bob Brown");
        (await webex.Bob.GetAsync("rooms?type=direct")).Ok().Items.Single().GetProperty("title").GetString().ShouldBe("Alice Anderson");
        (await webex.Alice.GetAsync("rooms?type=square")).Refused(400);
        (await webex.Alice.GetAsync("rooms?sortBy=colour")).Refused(400);
    }

    [Fact]
    public async Task A_direct_room_can_neither_be_renamed_nor_deleted()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("messages", new { toPersonId = webex.Bot.Id, text = "hi" })).Ok().Text("roomId");
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Us" })).Refused(400);
        (await webex.Alice.DeleteAsync($"rooms/{room}")).Refused(400, "Failed to delete room.");
    }

    [Fact]
    public async Task A_bot_may_rename_a_room_nobody_moderates()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        (await webex.Bot.PutAsync($"rooms/{room}", new { title = "Robotics" })).Ok();
    }

    [Fact]
    public async Task Public_rooms_need_a_description_and_a_compliance_officer_to_become_public()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Bob.PostAsync("rooms", new { title = "News", isPublic = true, description = "All of it" })).Ok().Text("id");
        (await webex.Carol.GetAsync("rooms?orgPublicSpaces=true")).Ok().Items.Single().GetProperty("id").GetString().ShouldBe(room);
        (await webex.Dave.GetAsync("rooms?orgPublicSpaces=true")).Ok().Items.ShouldBeEmpty();
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "News", isPublic = false })).Ok().Flag("isPublic").ShouldBeFalse();
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "News", isPublic = true })).Refused(403);
    }
}
