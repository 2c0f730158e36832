using System.Net;
using BotHost.Inbox;
using BotHost.Testing;

namespace BotHost.Tests.Dispatch;

/// <summary>Genuine webhooks that cannot be used: taken, kept with the reason, never run.</summary>
public sealed class UnusableEventTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"resource":"messages","event":"created","createdBy":"x","data":{"id":"\ud800"}}""")]
    [InlineData("""{"resource":"messages","event":"created","createdBy":"\udc00","data":{"id":"m"}}""")]
    [InlineData("""{"resource":"messages","event":"created","createdBy":"somebody else","data":{"id":"m"}}""")]
    public async Task It_is_answered_200_and_quarantined(string body)
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        using var http = new HttpClient();

        (await SignedWebhook.PostAsync(http, bot.Address, body, TestBot.WebhookSecret, Cancelled)).ShouldBe(HttpStatusCode.OK);
        await bot.QuietAsync(Cancelled);

        StoredEvent.All(bot).ShouldHaveSingleItem().Status.ShouldBe(EventStatus.Quarantined);
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task A_message_that_is_gone_is_dropped()
    {
        await using var bot = await TestBot.StartAsync(cancellationToken: Cancelled);
        using var http = new HttpClient();
        var body = SignedWebhook.Envelope("messages", "created", "Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMA", bot.Accounts.Of(TestBot.BotEmail).PersonId, "r");

        (await SignedWebhook.PostAsync(http, bot.Address, body, TestBot.WebhookSecret, Cancelled)).ShouldBe(HttpStatusCode.OK);
        await bot.QuietAsync(Cancelled);

        StoredEvent.All(bot).ShouldHaveSingleItem().Status.ShouldBe(EventStatus.Handled);
    }
}
