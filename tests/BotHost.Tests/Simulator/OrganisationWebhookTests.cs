namespace BotHost.Tests.Simulator;

public sealed class OrganisationWebhookTests
{
    [Fact]
    public async Task An_administrators_webhook_hears_the_whole_organisation_and_each_event_once()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        (await webex.Alice.PostAsync("webhooks", Hook(receiver, "messages"))).Ok().Text("ownedBy").ShouldBe("org");
        var room = await webex.RoomAsync(webex.Bob, webex.Carol);
        await webex.Bob.SayAsync(room, "Alice is not here");
        var foreign = await webex.RoomAsync(webex.Dave, webex.Bot);
        await webex.Dave.SayAsync(foreign, "nor is her organisation");
        var heard = (await receiver.AllAsync(webex)).ShouldHaveSingleItem();
        heard.Data.GetProperty("roomId").GetString().ShouldBe(room);
        heard.Json.GetProperty("ownedBy").GetString().ShouldBe("org");
    }

    [Fact]
    public async Task Only_administrators_have_them_and_one_for_each_resource_and_filter()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        (await webex.Bob.PostAsync("webhooks", Hook(receiver, "rooms"))).Refused(403);
        (await webex.Alice.PostAsync("webhooks", Hook(receiver, "rooms"))).Ok();
        (await webex.Alice.PostAsync("webhooks", Hook(receiver, "rooms"))).Refused(409);
        (await webex.Alice.PostAsync("webhooks", Hook(receiver, "rooms", "type=group"))).Ok();
        (await webex.Alice.PostAsync("webhooks", Hook(receiver, "rooms", ownedBy: "creator"))).Ok();
        (await webex.Alice.PostAsync("webhooks", Hook(receiver, "rooms", ownedBy: "nobody"))).Refused(400);
        (await webex.Alice.GetAsync("webhooks?ownedBy=org")).Ok().Items.Count.ShouldBe(2);
    }

    private static object Hook(WebhookReceiver receiver, string resource, string? filter = null, string ownedBy = "org") =>
        new { name = "hook", targetUrl = receiver.Url, resource, @event = "created", filter, ownedBy };
}
