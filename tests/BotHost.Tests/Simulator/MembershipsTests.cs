namespace BotHost.Tests.Simulator;

public sealed class MembershipsTests
{
    [Fact]
    public async Task People_are_added_listed_and_removed()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var added = (await webex.Alice.PostAsync("memberships", new { roomId = room, personEmail = "Bob@example.com" })).Ok();
        added.Text("personId").ShouldBe(webex.Bob.Id);
        added.Text("personDisplayName").ShouldBe("Bob Brown");
        added.Text("personOrgId").ShouldBe(webex.Bob.OrgId);
        added.Text("roomType").ShouldBe("group");

        var read = (await webex.Bob.GetAsync($"memberships/{added.Text("id")}")).Ok();
        read.Body.GetRawText().ShouldBe(added.Body.GetRawText());
        (await webex.Bob.GetAsync($"memberships?roomId={room}")).Ok().Items.Count.ShouldBe(2);
        (await webex.Bob.GetAsync($"memberships?roomId={room}&personEmail=alice@example.com")).Ok().Items.Count.ShouldBe(1);
        (await webex.Bob.GetAsync($"memberships?roomId={room}&personId={webex.Dave.Id}")).Ok().Items.ShouldBeEmpty();
        (await webex.Bob.GetAsync("memberships")).Ok().Items.Single().GetProperty("roomId").GetString().ShouldBe(room);

        (await webex.Alice.DeleteAsync($"memberships/{added.Text("id")}")).Deleted();
        (await webex.Bob.GetAsync($"rooms/{room}")).Refused(404);
    }

    [Fact]
    public async Task The_same_person_comes_back_as_the_same_membership_of_a_later_time()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock());
        var room = await webex.RoomAsync(webex.Alice);
        var first = (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        (await webex.Bob.DeleteAsync($"memberships/{first.Text("id")}")).Deleted();
        var second = (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id })).Ok();
        second.Text("id").ShouldBe(first.Text("id"));
        string.CompareOrdinal(second.Text("created"), first.Text("created")).ShouldBePositive();
    }

    [Fact]
    public async Task An_address_nobody_has_is_invited_or_unknown()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        var invited = (await webex.Alice.PostAsync("memberships", new { roomId = room, personEmail = "new@nowhere.example" })).Ok();
        invited.Text("personDisplayName").ShouldBe("new@nowhere.example");

        await using var strict = await LocalWebex.StartAsync(null, ("Simulator:Switches:UnknownEmailsArePending", "false"));
        var other = await strict.RoomAsync(strict.Alice);
        (await strict.Alice.PostAsync("memberships", new { roomId = other, personEmail = "new@nowhere.example" })).Refused(404);
    }

    [Fact]
    public async Task Any_member_of_a_room_without_moderators_may_remove_others()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob, webex.Bot);
        var bob = (await webex.Bot.GetAsync($"memberships?roomId={room}&personEmail=bob@example.com")).Ok().Items.Single().GetProperty("id");
        (await webex.Bot.DeleteAsync($"memberships/{bob}")).Deleted();
    }

    [Fact]
    public async Task Only_a_compliance_officer_sees_where_somebody_else_is()
    {
        await using var webex = await LocalWebex.StartAsync();
        await webex.RoomAsync(webex.Carol);
        (await webex.Bob.GetAsync("memberships?personEmail=carol@example.com")).Refused(403);
        (await webex.Alice.GetAsync("memberships?personEmail=carol@example.com")).Ok().Items.Count.ShouldBe(1);
        (await webex.Bob.GetAsync($"memberships?personId={webex.Bob.Id}")).Ok().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_direct_room_has_two_members_for_ever()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bob@example.com", text = "hi" })).Ok().Text("roomId");
        var members = (await webex.Bob.GetAsync($"memberships?roomId={room}")).Ok().Items;
        members.Count.ShouldBe(2);
        (await webex.Bob.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id })).Refused(403);
        (await webex.Bob.DeleteAsync($"memberships/{members[0].GetProperty("id")}")).Refused(403);
    }

    [Fact]
    public async Task A_hidden_direct_room_shows_again_with_a_new_message()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bob@example.com", text = "hi" })).Ok().Text("roomId");
        var own = (await webex.Bob.GetAsync($"memberships?roomId={room}&personId={webex.Bob.Id}")).Ok().Items.Single().GetProperty("id").GetString();
        (await webex.Bob.PutAsync($"memberships/{own}", new { isRoomHidden = true })).Ok().Flag("isRoomHidden").ShouldBeTrue();
        await webex.Alice.SayAsync(room, "there?");
        (await webex.Bob.GetAsync($"memberships/{own}")).Ok().Flag("isRoomHidden").ShouldBeFalse();
    }
}
