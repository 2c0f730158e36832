namespace BotHost.Tests.Simulator;

public sealed class ModerationTests
{
    [Fact]
    public async Task The_first_moderator_locks_the_room_and_whoever_named_him_moderates_too()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id, isModerator = true })).Ok().Flag("isModerator").ShouldBeTrue();
        (await webex.Alice.GetAsync($"rooms/{room}")).Ok().Flag("isLocked").ShouldBeTrue();
        (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Items.ShouldAllBe(member => member.GetProperty("isModerator").GetBoolean());
    }

    [Fact]
    public async Task Removing_the_last_moderator_unlocks()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Board", isLocked = true })).Ok().Text("id");
        var alice = (await webex.Alice.GetAsync($"memberships?roomId={room}")).Ok().Items.Single();
        alice.GetProperty("isModerator").GetBoolean().ShouldBeTrue();
        (await webex.Alice.PutAsync($"memberships/{alice.GetProperty("id")}", new { isModerator = false })).Ok();
        (await webex.Alice.GetAsync($"rooms/{room}")).Ok().Flag("isLocked").ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_moderator_who_leaves_unlocks_too()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Board", isLocked = true })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        var alice = (await webex.Alice.GetAsync($"memberships?roomId={room}&personId={webex.Alice.Id}")).Ok().Items.Single().GetProperty("id");
        (await webex.Alice.DeleteAsync($"memberships/{alice}")).Deleted();
        (await webex.Bob.GetAsync($"rooms/{room}")).Ok().Flag("isLocked").ShouldBeFalse();
    }

    [Fact]
    public async Task In_a_moderated_room_the_others_change_nothing()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Board", isLocked = true })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id })).Ok();
        var carol = (await webex.Bob.GetAsync($"memberships?roomId={room}&personId={webex.Carol.Id}")).Ok().Items.Single().GetProperty("id");

        (await webex.Bob.PostAsync("memberships", new { roomId = room, personId = webex.Dave.Id })).Refused(403);
        (await webex.Bob.DeleteAsync($"memberships/{carol}")).Refused(403);
        (await webex.Bob.PutAsync($"memberships/{carol}", new { isModerator = true })).Refused(403);
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "Mine" })).Refused(403);
        (await webex.Carol.DeleteAsync($"memberships/{carol}")).Deleted();
    }

    [Fact]
    public async Task One_who_is_no_moderator_deletes_the_room_only_for_himself()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Board", isLocked = true })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        (await webex.Bob.DeleteAsync($"rooms/{room}")).Deleted();
        (await webex.Bob.GetAsync($"rooms/{room}")).Refused(404);
        (await webex.Alice.GetAsync($"rooms/{room}")).Ok();
    }

    [Fact]
    public async Task Locking_makes_a_moderator_and_unlocking_leaves_none()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "Board", isLocked = true })).Ok();
        (await webex.Bob.GetAsync($"memberships?roomId={room}&personId={webex.Bob.Id}")).Ok().Items.Single().GetProperty("isModerator").GetBoolean().ShouldBeTrue();
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Board", isLocked = false })).Refused(403);
        (await webex.Bob.PutAsync($"rooms/{room}", new { title = "Board", isLocked = false })).Ok();
        (await webex.Bob.GetAsync($"memberships?roomId={room}")).Ok().Items.ShouldAllBe(member => !member.GetProperty("isModerator").GetBoolean());
    }

    [Fact]
    public async Task A_moderator_deletes_messages_of_others_and_announces_alone()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("rooms", new { title = "Board", isLocked = true, isAnnouncementOnly = false })).Ok().Text("id");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        var message = await webex.Bob.SayAsync(room, "mine");
        (await webex.Alice.DeleteAsync($"messages/{message}")).Deleted();

        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Board", isAnnouncementOnly = true })).Ok().Flag("isAnnouncementOnly").ShouldBeTrue();
        (await webex.Bob.PostAsync("messages", new { roomId = room, text = "may I?" })).Refused(403);
        await webex.Alice.SayAsync(room, "no");
    }
}
