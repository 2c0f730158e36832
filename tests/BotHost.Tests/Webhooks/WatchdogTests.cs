using System.Net;
using System.Text.Json;
using BotHost.Testing;
using BotHost.Tests.CatchUp;
using BotHost.Tests.Webex;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Webhooks;

/// <summary>The host watches over its webhooks: what Webex, or somebody with the same token, does to them is mended, and nothing said meanwhile is lost.</summary>
public sealed class WatchdogTests
{
    private const string Foreign = "http://127.0.0.1:9/foreign";

    private readonly FakeClock _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_webhook_that_Webex_switched_off_is_switched_on_after_five_minutes_and_what_came_meanwhile_is_caught_up()
    {
        await using var taker = await StartAsync();
        await SwitchOffAsync(taker, from: 1, to: 100);
        await taker.TellAsync(taker.Alice, 101);

        await MinuteAsync(taker);
        await taker.NotedAsync(101);
        (await ReadyAsync(taker)).Answer.ShouldContain("switched our webhook off");

        for (var minute = 1; minute <= 4; minute++)
            await MinuteAsync(taker);
        (await taker.CallsAsync("PUT", "/webhooks/{webhookId}")).ShouldBe(0, "the first failure would switch it off again");
        await taker.TellAsync(taker.Alice, 102);
        await taker.AdvanceWebexAsync(TimeSpan.FromMinutes(5));

        await MinuteAsync(taker);
        await SwitchedOnAsync(taker);
        (await taker.CallsAsync("PUT", "/webhooks/{webhookId}")).ShouldBe(1);
        await taker.NotedAsync(1);
        await taker.Bot.QuietAsync(Cancelled);

        await taker.TellAsync(taker.Alice, 103);
        await taker.NotedAsync(1);
        await taker.Bot.QuietAsync(Cancelled);
        taker.Notes.ShouldHaveSingleItem().ToList().ShouldBe(Enumerable.Range(1, 103).ToList());
        (await WebhooksAsync(taker)).Select(webhook => webhook.Status).ShouldAllBe(status => status == "active");
        taker.Bot.ExpectWarnings();
    }

    [Fact(Timeout = 120_000)]
    public async Task Switched_off_again_it_stays_off_for_twice_as_long_whoever_starts_meanwhile()
    {
        await using var taker = await StartAsync();
        await SwitchOffAsync(taker, from: 1, to: 100);
        for (var minute = 0; minute <= 5; minute++)
            await MinuteAsync(taker);
        await SwitchedOnAsync(taker);

        // The simulator's clock stood still: switched on too early for it, the next failure switches the webhook off.
        await SwitchOffAsync(taker, from: 101, to: 101);
        for (var minute = 0; minute <= 9; minute++)
            await MinuteAsync(taker);
        (await taker.CallsAsync("PUT", "/webhooks/{webhookId}")).ShouldBe(1);
        await taker.Bot.StopAsync(Cancelled);
        var times = taker.TimesCaughtUp;
        await taker.Bot.StartAgainAsync(untilReady: false, Cancelled);
        await taker.CaughtUpAsync(times);
        // The address is new, and repaired; that it is off stays as it is.
        await taker.CalledAsync("PUT", "/webhooks/{webhookId}", 3);
        (await WebhooksAsync(taker)).Count(webhook => webhook.Status == "inactive").ShouldBe(1, "a start is no reason");

        await MinuteAsync(taker);
        await BotHostApp.WhenReadyAsync(taker.Bot.Host, Cancelled);
        (await WebhooksAsync(taker)).Select(webhook => webhook.Status).ShouldAllBe(status => status == "active");
        await taker.Bot.QuietAsync(Cancelled);
        taker.Notes.ShouldHaveSingleItem().ToList().ShouldBe(Enumerable.Range(1, 101).ToList());
        taker.Bot.ExpectWarnings();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_missing_webhook_is_made_again_a_changed_one_repaired_and_a_foreign_one_left_alone()
    {
        await using var taker = await StartAsync();
        var self = taker.Bot.Person(TestBot.BotEmail);
        await self.CallAsync(HttpMethod.Post, "webhooks", new { name = "bothost2 messages/created", targetUrl = Foreign, resource = "messages", @event = "created" }, Cancelled);
        var ours = (await WebhooksAsync(taker)).Where(webhook => webhook.TargetUrl != Foreign).ToList();
        await self.CallAsync(HttpMethod.Delete, $"webhooks/{ours.Single(webhook => webhook.Resource == "messages").Id}", null, Cancelled);
        var other = ours.Single(webhook => webhook.Resource == "attachmentActions");
        await self.CallAsync(HttpMethod.Put, $"webhooks/{other.Id}", new { name = other.Name, targetUrl = "http://127.0.0.1:9/stolen", secret = "not-the-hosts-own" }, Cancelled);
        await taker.TellAsync(taker.Alice, 1);

        await MinuteAsync(taker);
        await taker.NotedAsync(1);
        await taker.Bot.QuietAsync(Cancelled);

        var after = await WebhooksAsync(taker);
        after.Where(webhook => webhook.TargetUrl != Foreign).Select(webhook => (webhook.Name, webhook.TargetUrl, webhook.Secret)).ShouldBe(
            ours.Select(webhook => (webhook.Name, webhook.TargetUrl, webhook.Secret)), ignoreOrder: true);
        after.Count(webhook => webhook.TargetUrl == Foreign && webhook.Name == "bothost2 messages/created").ShouldBe(1);
        await taker.TellAsync(taker.Alice, 2);
        await taker.NotedAsync(1);
        (await ReadyAsync(taker)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_host_that_stood_still_catches_up_without_being_started_again()
    {
        await using var taker = await StartAsync();
        await taker.FaultAsync(new { delivery = "lost" });
        await taker.TellAsync(taker.Alice, 1);
        await taker.NoFaultsAsync();

        _clock.Skip(TimeSpan.FromMinutes(2));

        await taker.NotedAsync(1);
        await taker.Bot.QuietAsync(Cancelled);
    }

    private async Task<NoteTaker> StartAsync()
    {
        var taker = await NoteTaker.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(_clock));
        // The first heartbeat is written: from here on a gap is a gap.
        await taker.BeatenAsync();
        return taker;
    }

    /// <summary>Lets a minute pass at whose end a webhook is found wrong, and what was missed until then be caught up.</summary>
    private async Task MinuteAsync(NoteTaker taker)
    {
        var (looks, times) = (await taker.CallsAsync("GET", "/webhooks"), taker.TimesCaughtUp);
        await _clock.UntilPendingAsync(1, TimeSpan.FromMinutes(1), beyond: TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await taker.CalledAsync("GET", "/webhooks", looks + 1);
        // What is under way while the clock goes on would run out of time.
        await taker.CaughtUpAsync(times);
        await taker.Bot.QuietAsync(Cancelled);
    }

    private static async Task SwitchOffAsync(NoteTaker taker, int from, int to)
    {
        await taker.FaultAsync(new { delivery = "wronglySigned" });
        for (var number = from; number <= to; number++)
            await taker.TellAsync(taker.Alice, number);
        await taker.Bot.DeliveredAsync(Cancelled);
        await taker.NoFaultsAsync();
        (await WebhooksAsync(taker)).Single(webhook => webhook.Resource == "messages").Status.ShouldBe("inactive");
    }

    private static async Task SwitchedOnAsync(NoteTaker taker)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await ReadyAsync(taker)).Status != HttpStatusCode.OK)
            tooLong.Token.ThrowIfCancellationRequested();
        await taker.CaughtUpAsync(times: 0);
    }

    private static async Task<(HttpStatusCode Status, string Answer)> ReadyAsync(NoteTaker taker)
    {
        using var http = new HttpClient { BaseAddress = taker.Bot.Address };
        using var response = await http.GetAsync("/health/ready", Cancelled);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<List<Registered>> WebhooksAsync(NoteTaker taker) =>
        [.. (await taker.Bot.Person(TestBot.BotEmail).CallAsync(HttpMethod.Get, "webhooks", null, Cancelled)).GetProperty("items").EnumerateArray()
            .Select(webhook => new Registered(Text(webhook, "id")!, Text(webhook, "name")!, Text(webhook, "resource")!, Text(webhook, "targetUrl")!, Text(webhook, "secret"), Text(webhook, "status")!))];

    private static string? Text(JsonElement webhook, string name) => webhook.TryGetProperty(name, out var value) ? value.GetString() : null;

    private sealed record Registered(string Id, string Name, string Resource, string TargetUrl, string? Secret, string Status);
}
