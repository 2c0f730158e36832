namespace BotHost.Tests.Simulator;

public sealed class RoomExtrasTests
{
    [Fact]
    public async Task Tabs_are_pinned_changed_and_taken_away()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var tab = (await webex.Alice.PostAsync("room/tabs", new { roomId = room, contentUrl = "https://example.com/a", displayName = "Plan" })).Ok();
        var id = tab.Text("id");
        (await webex.Bob.GetAsync($"room/tabs?roomId={room}")).Ok().Items.ShouldHaveSingleItem().ToString().ShouldBe(tab.Body.ToString());
        (await webex.Bob.PutAsync($"room/tabs/{id}", new { roomId = room, contentUrl = "https://example.com/b", displayName = "Plan B" }))
            .Ok().Text("displayName").ShouldBe("Plan B");
        (await webex.Bob.GetAsync($"room/tabs/{id}")).Ok().Text("contentUrl").ShouldBe("https://example.com/b");
        (await webex.Carol.GetAsync($"room/tabs/{id}")).Refused(404);
        (await webex.Carol.GetAsync($"room/tabs?roomId={room}")).Refused(404);
        (await webex.Bob.DeleteAsync($"room/tabs/{id}")).Deleted();
        (await webex.Bob.GetAsync($"room/tabs/{id}")).Refused(404);
    }

    [Fact]
    public async Task In_a_moderated_room_tabs_are_the_moderators()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Orchard", isLocked = true })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        (await webex.Bob.PostAsync("room/tabs", new { roomId = room, contentUrl = "https://example.com/", displayName = "Plan" })).Refused(403);
    }

    [Fact]
    public async Task Meeting_info_is_empty_since_its_end_of_life()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Alice.GetAsync($"rooms/{room}/meetingInfo")).Ok().Body.EnumerateObject().ShouldBeEmpty();
        (await webex.Bob.GetAsync($"rooms/{room}/meetingInfo")).Refused(404);
        await using var old = await LocalWebex.StartAsync(null, ("Simulator:Switches:MeetingInfoIsFilled", "true"));
        room = await old.RoomAsync(old.Alice);
        (await old.Alice.GetAsync($"rooms/{room}/meetingInfo")).Ok().Text("roomId").ShouldBe(room);
    }

    [Fact]
    public async Task In_announcement_mode_only_moderators_speak()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "News", isLocked = true, isAnnouncementOnly = true })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        (await webex.Bob.PostAsync("messages", new { roomId = room, text = "psst" })).Refused(403);
        await webex.Alice.SayAsync(room, "hear, hear");
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "News", isAnnouncementOnly = false })).Ok();
        await webex.Bob.SayAsync(room, "at last");
    }

    [Fact]
    public async Task A_compliance_officer_makes_a_direct_room_read_only()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Bob.PostAsync("messages", new { toPersonId = webex.Alice.Id, text = "hi" })).Ok().Text("roomId");
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "Alice Anderson", isReadOnly = true })).Refused(403);
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Bob Brown", isReadOnly = true })).Ok().Flag("isReadOnly").ShouldBeTrue();
        (await webex.Bob.PostAsync("messages", new { roomId = room, text = "more" })).Refused(403);
        (await webex.Bob.PostAsync("messages", new { toPersonId = webex.Alice.Id, text = "more" })).Refused(403);
    }

    [Fact]
    public async Task Public_rooms_are_found_and_joined_by_colleagues_and_stand_alone()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock);
        var older = await PublicAsync("Old");
        clock.Advance(TimeSpan.FromHours(2));
        var newer = await PublicAsync("New");

        (await TitlesAsync("")).ShouldBe(["New", "Old"]);
        (await TitlesAsync("&from=2026-03-01T10:00:00.000Z")).ShouldBe(["New"]);
        (await TitlesAsync("&to=2026-03-01T10:00:00.000Z")).ShouldBe(["Old"]);
        (await webex.Carol.PostAsync("memberships", new { roomId = newer, personId = webex.Carol.Id })).Ok();
        (await webex.Dave.GetAsync($"rooms/{older}")).Refused(404);
        foreach (var other in new[] { "teamId=x", "type=group", "sortBy=id" }) (await webex.Carol.GetAsync($"rooms?orgPublicSpaces=true&{other}")).Refused(400);

        async Task<string> PublicAsync(string title) =>
            (await webex.Bob.PostAsync("rooms", new { title, isPublic = true, description = "x" })).Ok().Text("id");
        async Task<IEnumerable<string?>> TitlesAsync(string query) =>
            (await webex.Carol.GetAsync($"rooms?orgPublicSpaces=true{query}")).Ok().Items.Select(room => room.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_compliance_officer_changes_options_of_rooms_he_is_not_in()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Bob);
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Orchard", description = "Trees", isPublic = true })).Ok().Flag("isPublic").ShouldBeTrue();
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Mine" })).Refused(403);
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Orchard", isLocked = true })).Refused(403);
        var theirs = await webex.RoomAsync(webex.Dave);
        (await webex.Alice.PutAsync($"rooms/{theirs}", new { title = "Orchard", description = "Trees" })).Refused(404);
    }

    [Fact]
    public async Task A_classification_is_kept_but_not_given_by_a_bot_at_once()
    {
        await using var webex = await LocalWebex.StartAsync();
        var id = Ids.Make("CLASSIFICATION", "c4e5f6a7-1122-4334-8556-6778899aabbc");
        (await webex.Alice.PostAsync("rooms", new { title = "Secret", classificationId = id })).Ok().Text("classificationId").ShouldBe(id);
        (await webex.Bot.PostAsync("rooms", new { title = "Secret", classificationId = id })).Refused(400);
        var room = await webex.RoomAsync(webex.Bot);
        (await webex.Bot.PutAsync($"rooms/{room}", new { title = "Secret", classificationId = id })).Ok().Text("classificationId").ShouldBe(id);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("created")]
    [InlineData("lastactivity")]
    public async Task Every_order_pages_through_all_rooms_once(string order)
    {
        await using var webex = await LocalWebex.StartAsync();
        for (var number = 0; number < 5; number++) await webex.RoomAsync(webex.Alice);
        var seen = new List<string?>();
        for (string? next = $"rooms?sortBy={order}&max=2"; next is not null;)
        {
            var page = (await webex.Alice.GetAsync(next)).Ok();
            seen.AddRange(page.Items.Select(room => room.GetProperty("id").GetString()));
            next = page.Next;
        }
        seen.Distinct().Count().ShouldBe(5);
        seen.Count.ShouldBe(5);
    }
}
