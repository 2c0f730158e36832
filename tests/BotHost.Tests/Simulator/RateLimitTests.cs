namespace BotHost.Tests.Simulator;

public sealed class RateLimitTests
{
    private static readonly (string, string)[] Narrow =
    [
        ("Simulator:RateLimits:Enabled", "true"), ("Simulator:RateLimits:PerMinute", "6"),
        ("Simulator:RateLimits:PerMinuteOfPeopleAndMessages", "12"), ("Simulator:RateLimits:FactorOfBots", "2"),
    ];

    [Fact]
    public async Task Too_many_calls_are_refused_until_the_time_that_is_said()
    {
        var clock = new ManualClock();
        await using var webex = await LocalWebex.StartAsync(clock, Narrow);
        for (var call = 0; call < 6; call++) (await webex.Bob.GetAsync("rooms")).Ok();

        using var refused = await webex.DownloadAsync(webex.Bob, "/v1/rooms");
        ((int)refused.StatusCode).ShouldBe(429);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));

        clock.Advance(TimeSpan.FromSeconds(10));
        (await webex.Bob.GetAsync("rooms")).Ok();
        using var again = await webex.DownloadAsync(webex.Bob, "/v1/rooms");
        ((int)again.StatusCode).ShouldBe(429);
    }

    [Fact]
    public async Task Other_endpoints_other_people_and_bots_are_counted_apart()
    {
        await using var webex = await LocalWebex.StartAsync(new ManualClock(), Narrow);
        (await AcceptedAsync(webex.Bob, "rooms")).ShouldBe(6);
        (await AcceptedAsync(webex.Bob, "teams")).ShouldBe(6);
        (await AcceptedAsync(webex.Carol, "rooms")).ShouldBe(6);
        (await AcceptedAsync(webex.Bob, "people/me")).ShouldBe(12);
        (await AcceptedAsync(webex.Bot, "rooms")).ShouldBe(12);
        (await AcceptedAsync(await webex.MintAsync(webex.Bob), "rooms")).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_limited_unless_it_is_switched_on()
    {
        await using var webex = await LocalWebex.StartAsync(null, ("Simulator:RateLimits:PerMinute", "1"));
        (await AcceptedAsync(webex.Bob, "rooms")).ShouldBe(30);
    }

    private static async Task<int> AcceptedAsync(Account account, string path)
    {
        var accepted = 0;
        for (var call = 0; call < 30; call++)
        {
            if (await account.StatusAsync(path) == 200) accepted++;
        }
        return accepted;
    }
}
