using System.Net;
using BotHost.Operations;
using BotHost.Testing;

namespace BotHost.Tests.Operations;

/// <summary>What a proxy in front says about callers is believed of those it is agreed with, and shows in logs.</summary>
public sealed class ReverseProxyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.0/8;127.0.0.0/8", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1;203.0.113.7", "198.51.100.1, 203.0.113.7", "198.51.100.1")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.0/8", "203.0.113.7", "127.0.0.1")]
    [InlineData("", "203.0.113.7", "127.0.0.1")]
    public async Task A_caller_is_named_as_the_trusted_proxies_name_it(string trusted, string forwarded, string logged)
    {
        await using var bot = await TestBot.StartAsync(settings: [("BotHost:TrustedProxies", trusted)], cancellationToken: Cancelled);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        (await http.PostAsync(new Uri(bot.Address, "/webhooks/webex"), new StringContent("{}"), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        bot.Log.Single(line => line.Message.Contains("Refused a webhook")).Message.ShouldContain($"from {logged}:");
        bot.ExpectWarnings();
    }

    [Fact]
    public async Task Under_a_path_of_its_own_the_bot_answers_as_ever()
    {
        await using var bot = await TestBot.StartAsync(
            settings: [("BotHost:PathBase", "/teams/bot"), ("BotHost:PublicUrl", "http://127.0.0.1:0/teams/bot")], cancellationToken: Cancelled);
        using var http = new HttpClient();

        (await bot.Person("alice@example.com").SayAsync("ping", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("pong");
        (await http.GetStringAsync(new Uri(bot.Address, "/teams/bot/health/live"), Cancelled)).ShouldBe("live\n");
    }

    [Theory]
    [InlineData("BotHost:TrustedProxies", "proxy.example.com")]
    [InlineData("BotHost:TrustedProxies", "10.0.0.0/33")]
    [InlineData("BotHost:PathBase", "bot")]
    [InlineData("BotHost:PathBase", "/bot/")]
    public async Task A_wrong_setting_is_named(string key, string value) =>
        StartupProblem.Explain(await Should.ThrowAsync<Exception>(() => TestBot.StartAsync(settings: [(key, value)], cancellationToken: Cancelled)))
            .ShouldNotBeNull().ShouldContain(key);
}
