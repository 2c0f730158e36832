namespace BotHost.Tests.Simulator;

public sealed class BotVisibilityTests
{
    [Fact]
    public async Task In_a_group_room_a_bot_reads_what_mentions_it_and_what_it_wrote()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        var other = await webex.Alice.SayAsync(room, "among ourselves");
        var mention = await webex.Alice.SayAsync(room, "<@personEmail:bothost@webex.bot> ping");
        var own = await webex.Bot.SayAsync(room, "pong");

        (await webex.Bot.GetAsync($"messages/{other}")).Refused(403, "Failed to get activity.");
        (await webex.Bot.GetAsync($"messages/{mention}")).Ok().Text("text").ShouldBe("BotHost ping");
        (await webex.Bot.GetAsync($"messages/{own}")).Ok();
    }

    [Fact]
    public async Task A_bot_lists_a_group_room_by_its_mentions_only()
    {
        await using var webex = await LocalWebex.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        await webex.Alice.SayAsync(room, "among ourselves");
        await webex.Alice.SayAsync(room, "<@personEmail:bothost@webex.bot> ping");
        await webex.Bot.SayAsync(room, "pong");

        (await webex.Bot.GetAsync($"messages?roomId={room}")).Refused(403, "Failed to get activity.");
        (await webex.Bot.GetAsync($"messages?roomId={room}&mentionedPeople=me")).Ok().Items.Count.ShouldBe(1);
        (await webex.Bot.GetAsync($"messages?roomId={room}&mentionedPeople={webex.Bot.Id}")).Ok().Items.Count.ShouldBe(1);
        (await webex.Bot.GetAsync($"messages?roomId={room}&mentionedPeople={webex.Alice.Id}")).Refused(400);
        (await webex.Alice.GetAsync($"messages?roomId={room}")).Ok().Items.Count.ShouldBe(3);
    }

    [Fact]
    public async Task In_a_direct_room_a_bot_reads_everything()
    {
        await using var webex = await LocalWebex.StartAsync();
        var message = (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bothost@webex.bot", text = "hi" })).Ok();
        (await webex.Bot.GetAsync($"messages/{message.Text("id")}")).Ok();
        (await webex.Bot.GetAsync($"messages?roomId={message.Text("roomId")}")).Ok().Items.Count.ShouldBe(1);
        (await webex.Echo.GetAsync($"messages/{message.Text("id")}")).Refused(404, "Unable to get message.");
    }

    [Theory]
    [InlineData("false", 403)]
    [InlineData("true", 200)]
    public async Task Whether_all_means_bots_too_is_a_switch(string reaches, int status)
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:AllMentionsReachBots", reaches));
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        var message = await webex.Alice.SayAsync(room, "<@all> hear");
        ((int)(await webex.Bot.GetAsync($"messages/{message}")).Status).ShouldBe(status);
    }
}
