using System.Text.Json;
using BotHost.Testing;

namespace BotHost.Tests.Webhooks;

/// <summary>The host keeps its own webhooks right, and nobody else's.</summary>
public sealed class RegistrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_webhook_for_messages_and_one_for_card_submits()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);

        var webhooks = await WebhooksAsync(bot);

        webhooks.Select(w => (Text(w, "name"), Text(w, "resource"), Text(w, "event"), Text(w, "status"))).ShouldBe(
            [("bothost messages/created", "messages", "created", "active"), ("bothost attachmentActions/created", "attachmentActions", "created", "active")],
            ignoreOrder: true);
        webhooks.ShouldAllBe(w => Text(w, "targetUrl") == $"http://127.0.0.1:{bot.Address.Port}/webhooks/webex" && Text(w, "secret") == TestBot.WebhookSecret);
    }

    [Fact]
    public async Task They_follow_from_the_routes()
    {
        await using var submitsOnly = await TestBot.StartAsync(routes => routes.Submit("press", () => "pressed"), cancellationToken: Cancelled);
        (await WebhooksAsync(submitsOnly)).ShouldHaveSingleItem().GetProperty("resource").GetString().ShouldBe("attachmentActions");

        await using var nothing = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        (await WebhooksAsync(nothing)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_address_and_secret_repair_them_in_place_and_foreign_ones_stay()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var self = bot.Person(TestBot.BotEmail);
        await self.CallAsync(HttpMethod.Post, "webhooks", new { name = "somebody else's", targetUrl = "http://127.0.0.1:9/other", resource = "rooms", @event = "all" }, Cancelled);
        await self.CallAsync(HttpMethod.Post, "webhooks", new { name = "bothost2 messages/created", targetUrl = "http://127.0.0.1:9/two", resource = "messages", @event = "deleted" }, Cancelled);
        var before = await WebhooksAsync(bot);

        var moved = await bot.StartAnotherAsync([("Webex:WebhookSecrets", "another-secret-0123456789;" + TestBot.WebhookSecret)], Cancelled);
        var after = await WebhooksAsync(bot);

        after.Select(w => Text(w, "id")).ShouldBe(before.Select(w => Text(w, "id")), ignoreOrder: true);
        foreach (var ours in after.Where(w => Text(w, "name").StartsWith("bothost ", StringComparison.Ordinal)))
        {
            Text(ours, "targetUrl").ShouldBe($"http://127.0.0.1:{new Uri(moved.Urls.First()).Port}/webhooks/webex");
            Text(ours, "secret").ShouldBe("another-secret-0123456789");
        }

        after.Where(w => !Text(w, "name").StartsWith("bothost ", StringComparison.Ordinal)).Select(w => Text(w, "targetUrl"))
            .ShouldBe(["http://127.0.0.1:9/other", "http://127.0.0.1:9/two"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_doubled_one_and_one_no_route_needs_go()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        var self = bot.Person(TestBot.BotEmail);
        await self.CallAsync(HttpMethod.Post, "webhooks", new { name = "bothost messages/created", targetUrl = "http://127.0.0.1:9/", resource = "messages", @event = "created" }, Cancelled);
        await self.CallAsync(HttpMethod.Post, "webhooks", new { name = "bothost rooms/created", targetUrl = "http://127.0.0.1:9/", resource = "rooms", @event = "created" }, Cancelled);

        await bot.StartAnotherAsync([], Cancelled);

        (await WebhooksAsync(bot)).Select(w => Text(w, "name")).ShouldBe(["bothost messages/created", "bothost attachmentActions/created"], ignoreOrder: true);
    }

    private static async Task<List<JsonElement>> WebhooksAsync(TestBot bot) =>
        [.. (await bot.Person(TestBot.BotEmail).CallAsync(HttpMethod.Get, "webhooks", null, Cancelled)).GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement webhook, string name) => webhook.GetProperty(name).GetString()!;
}
