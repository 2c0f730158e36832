namespace BotHost.Tests.Simulator;

/// <summary>Two applications of one person: each has webhooks of its own, and hears of the presses of its own cards.</summary>
public sealed class WebhookAppTests
{
    [Fact]
    public async Task An_application_sees_its_own_webhooks_only()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var (one, other) = await TwoAppsAsync(webex);
        var hook = await receiver.RegisterAsync(one, "messages", "created");

        (await one.GetAsync("webhooks")).Ok().Items.Single().GetProperty("appId").GetString().ShouldNotBe(
            (await webex.Alice.PostAsync("webhooks", new { name = "own", targetUrl = receiver.Url, resource = "rooms", @event = "all" })).Ok().Text("appId"));
        (await other.GetAsync("webhooks")).Ok().Items.ShouldBeEmpty();
        (await other.GetAsync($"webhooks/{hook}")).Refused(404);
        (await other.PutAsync($"webhooks/{hook}", new { name = "mine", targetUrl = receiver.Url })).Refused(404);
        (await other.DeleteAsync($"webhooks/{hook}")).Refused(404);
        (await webex.Alice.GetAsync($"webhooks/{hook}")).Refused(404);

        var again = await webex.MintAsync(webex.Alice, kind: "integration", clientId: "one");
        (await again.DeleteAsync($"webhooks/{hook}")).Deleted();
    }

    [Fact]
    public async Task Where_it_is_switched_off_a_person_sees_all_of_his()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:WebhooksBelongToTheirApp", "false"));
        await using var receiver = await WebhookReceiver.StartAsync();
        var (one, other) = await TwoAppsAsync(webex);
        var hook = await receiver.RegisterAsync(one, "messages", "created");
        (await other.GetAsync($"webhooks/{hook}")).Ok();
        (await webex.Bob.GetAsync($"webhooks/{hook}")).Refused(404);
    }

    [Fact]
    public async Task A_press_is_told_to_the_application_that_posted_the_card()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var (one, other) = await TwoAppsAsync(webex);
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var hook = await receiver.RegisterAsync(one, "attachmentActions", "created");
        await receiver.RegisterAsync(other, "attachmentActions", "created");
        await receiver.RegisterAsync(webex.Bob, "attachmentActions", "created");

        var attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard", version = "1.3" } } };
        var card = (await one.PostAsync("messages", new { roomId = room, attachments })).Ok().Text("id");
        (await webex.Bob.PostAsync("attachment/actions", new { type = "submit", messageId = card, inputs = new { } })).Ok();
        (await receiver.AllAsync(webex)).ShouldHaveSingleItem().Json.GetProperty("id").GetString().ShouldBe(hook);
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("guest")]
    [InlineData(null)]
    public async Task Only_applications_have_a_client_id(string? kind)
    {
        await using var webex = await LocalWebex.StartAsync();
        var error = await Should.ThrowAsync<HttpRequestException>(() => webex.MintAsync(webex.Alice, kind: kind, clientId: "one"));
        error.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    private static async Task<(Account One, Account Other)> TwoAppsAsync(LocalWebex webex) =>
        (await webex.MintAsync(webex.Alice, kind: "integration", clientId: "one"), await webex.MintAsync(webex.Alice, kind: "integration", clientId: "other"));
}
