using System.Net;
using BotHost.Testing;
using BotHost.Tests.Dispatch;

namespace BotHost.Tests.Door;

/// <summary>When the disk is nearly full nothing new is taken in, and that is said.</summary>
public sealed class FreeSpaceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Webhooks_are_answered_503_and_readiness_is_red()
    {
        await using var bot = await TestBot.StartAsync(settings: [("Storage:MinFreeSpace", $"{long.MaxValue}")], cancellationToken: Cancelled);
        using var http = new HttpClient { BaseAddress = bot.Address };

        (await SignedWebhook.PostAsync(http, bot.Address, SignedWebhook.Envelope("messages", "created", "m", "p", "r"), TestBot.WebhookSecret, Cancelled))
            .ShouldBe(HttpStatusCode.ServiceUnavailable);
        var ready = await http.GetAsync("/health/ready", Cancelled);

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(Cancelled)).ShouldContain("nearly full");
        StoredEvent.All(bot).ShouldBeEmpty();
        bot.ExpectWarnings();
    }
}
