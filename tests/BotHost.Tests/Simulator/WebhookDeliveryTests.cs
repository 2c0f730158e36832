using System.Security.Cryptography;
using System.Text;
using WebexSimulator.Webhooks;

namespace BotHost.Tests.Simulator;

public sealed class WebhookDeliveryTests
{
    private const string Ping = "<@personEmail:bothost@webex.bot> ping";

    [Theory]
    [InlineData("s3cr3t", "{\"id\":\"1\"}", "5c30d75faa5e1bc441b126dd20eef025de2dab3e")]
    [InlineData("clé-ü", "{\"name\":\"Übung\",\"data\":{\"id\":\"1\"}}", "c70c7cc08f122235d06b1de6e01c0a6c76468468")]
    public void A_signature_is_the_one_of_the_check_values(string secret, string body, string signature) =>
        WebhookSignature.Of(secret, Encoding.UTF8.GetBytes(body)).ShouldBe(signature);

    [Fact]
    public async Task A_mention_is_delivered_thin_and_signed()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        var hook = await receiver.RegisterAsync(webex.Bot, "messages", "created", "roomType=group", "clé-ü");
        var message = await webex.Alice.SayAsync(room, Ping);

        var delivered = (await receiver.AllAsync(webex)).ShouldHaveSingleItem();
        delivered.Headers["X-Spark-Signature"].ShouldBe(Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes("clé-ü"), delivered.Body)));
        delivered.Headers["Content-Type"].ShouldBe("application/json; charset=UTF-8");
        delivered.Keys.ShouldBe(
            ["id", "name", "targetUrl", "resource", "event", "filter", "orgId", "createdBy", "appId", "ownedBy", "status", "created", "actorId", "data"]);
        delivered.Json.GetProperty("id").GetString().ShouldBe(hook);
        delivered.Json.GetProperty("actorId").GetString().ShouldBe(webex.Alice.Id);
        delivered.DataKeys.ShouldBe(["id", "roomId", "roomType", "personId", "personEmail", "mentionedPeople", "created"]);
        delivered.Data.GetProperty("id").GetString().ShouldBe(message);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public async Task As_many_of_one_webhook_are_under_way_at_once_as_the_setting_says(string perWebhook, int atOnce)
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Webhooks:PerWebhook", perWebhook));
        await using var receiver = await WebhookReceiver.StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Gate = gate.Task;
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        await receiver.RegisterAsync(webex.Bot, "messages", "created", "roomType=group");
        for (var i = 0; i < 3; i++)
            await webex.Alice.SayAsync(room, Ping);

        await receiver.ArrivedAsync(atOnce);
        gate.SetResult();

        (await receiver.AllAsync(webex)).Count.ShouldBe(3);
        receiver.MostAtOnce.ShouldBe(atOnce);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_signature()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Bot, "messages", "created");
        (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bothost@webex.bot", text = "hi" })).Ok();
        (await receiver.AllAsync(webex)).ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("X-Spark-Signature");
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 1)]
    public async Task A_bot_hears_mentions_and_if_switched_so_itself(string hearsItself, int count)
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:Switches:BotsHearThemselves", hearsItself));
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot);
        await receiver.RegisterAsync(webex.Bot, "messages", "created");
        await webex.Alice.SayAsync(room, "among ourselves");
        await webex.Alice.SayAsync(room, Ping);
        await webex.Bot.SayAsync(room, "pong");
        (await receiver.AllAsync(webex)).Count.ShouldBe(count);
    }

    [Fact]
    public async Task Deliveries_of_one_webhook_are_in_order()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var gate = new TaskCompletionSource();
        receiver.Gate = gate.Task;
        await receiver.RegisterAsync(webex.Alice, "messages", "created");
        var room = await webex.RoomAsync(webex.Alice);
        var said = new List<string>();
        for (var number = 0; number < 50; number++) said.Add(await webex.Alice.SayAsync(room, $"{number}"));
        gate.SetResult();
        (await receiver.AllAsync(webex)).Select(one => one.Data.GetProperty("id").GetString()).ShouldBe(said);
    }

    [Fact]
    public async Task The_firehose_names_what_happened()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Alice, "all", "all");
        var room = await webex.RoomAsync(webex.Alice);
        (await webex.Alice.PutAsync($"rooms/{room}", new { title = "Meadow" })).Ok();
        var message = await webex.Alice.SayAsync(room, "hi");
        (await webex.Alice.PutAsync($"messages/{message}", new { roomId = room, text = "ho" })).Ok();
        (await webex.Alice.DeleteAsync($"messages/{message}")).Deleted();
        (await webex.Alice.DeleteAsync($"rooms/{room}")).Deleted();
        var all = await receiver.AllAsync(webex);
        all.Select(one => one.Kind).ShouldBe(
            ["rooms/created", "memberships/created", "rooms/updated", "messages/created", "messages/updated", "messages/deleted", "memberships/deleted"]);
        all[0].DataKeys.ShouldBe(["id", "type", "isLocked", "creatorId", "lastActivity", "created"]);
        all[5].DataKeys.ShouldBe(["id", "roomId", "roomType", "personId", "personEmail"]);
    }

    [Fact]
    public async Task A_moderator_is_first_a_member()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice);
        await receiver.RegisterAsync(webex.Alice, "all", "all");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Bob.Id, isModerator = true })).Ok();
        var all = await receiver.AllAsync(webex);
        all.Select(one => one.Kind).ShouldBe(["memberships/created", "memberships/updated", "rooms/updated", "memberships/updated"]);
        all[0].Data.GetProperty("isModerator").GetBoolean().ShouldBeFalse();
        all[1].Data.GetProperty("personId").GetString().ShouldBe(webex.Alice.Id);
        all[3].Data.GetProperty("personId").GetString().ShouldBe(webex.Bob.Id);
        all[3].Data.GetProperty("isModerator").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task One_who_is_removed_still_hears_of_it()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await receiver.RegisterAsync(webex.Bot, "memberships", "all");
        var room = await webex.RoomAsync(webex.Alice, webex.Bot, webex.Bob);
        (await webex.Alice.DeleteAsync($"rooms/{room}")).Deleted();
        var all = await receiver.AllAsync(webex);
        all.Select(one => one.Kind).ShouldBe(
            ["memberships/created", "memberships/created", "memberships/deleted", "memberships/deleted", "memberships/deleted"]);
        all.ShouldAllBe(one => one.DataKeys.Contains("personEmail") && one.DataKeys.Contains("roomId"));
    }

    [Fact]
    public async Task A_submit_goes_to_the_cards_author_without_its_inputs()
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bot, webex.Echo);
        await receiver.RegisterAsync(webex.Bot, "attachmentActions", "created");
        await receiver.RegisterAsync(webex.Echo, "attachmentActions", "created");
        await receiver.RegisterAsync(webex.Bob, "all", "all");
        var card = new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard" } };
        var message = (await webex.Bot.PostAsync("messages", new { roomId = room, attachments = new[] { card } })).Ok().Text("id");
        (await webex.Alice.PostAsync("attachment/actions", new { type = "submit", messageId = message, inputs = new { a = 1 } })).Ok();
        var delivered = (await receiver.AllAsync(webex)).ShouldHaveSingleItem();
        delivered.Json.GetProperty("createdBy").GetString().ShouldBe(webex.Bot.Id);
        delivered.Json.GetProperty("actorId").GetString().ShouldBe(webex.Alice.Id);
        delivered.DataKeys.ShouldBe(["id", "type", "messageId", "personId", "roomId", "created"]);
    }

    [Theory]
    [InlineData("messages", "roomId={room}", 2)]
    [InlineData("messages", "roomType=direct", 1)]
    [InlineData("messages", "personEmail=bob@example.com", 1)]
    [InlineData("messages", "personId={bob}&roomId={room}", 1)]
    [InlineData("messages", "mentionedPeople=me", 1)]
    [InlineData("messages", "hasAttachments=true", 0)]
    [InlineData("messages", "hasFiles=false", 3)]
    [InlineData("memberships", "personId={carol}", 1)]
    [InlineData("memberships", "isModerator=true", 0)]
    [InlineData("rooms", "type=direct", 1)]
    [InlineData("rooms", "isLocked=true", 0)]
    public async Task A_filter_holds(string resource, string filter, int count)
    {
        await using var webex = await LocalWebex.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var room = await webex.RoomAsync(webex.Alice, webex.Bob);
        var source = filter.Replace("{room}", room, StringComparison.Ordinal).Replace("{bob}", webex.Bob.Id, StringComparison.Ordinal)
            .Replace("{carol}", webex.Carol.Id, StringComparison.Ordinal);
        await receiver.RegisterAsync(webex.Alice, resource, "created", source);
        await webex.Bob.SayAsync(room, "<@personEmail:alice@example.com> look");
        await webex.Alice.SayAsync(room, "yes");
        (await webex.Alice.PostAsync("memberships", new { roomId = room, personId = webex.Carol.Id })).Ok();
        (await webex.Alice.PostAsync("messages", new { toPersonEmail = "bothost@webex.bot", text = "hi" })).Ok();
        (await receiver.AllAsync(webex)).Count.ShouldBe(count);
    }
}
