using BotHost.Features;
using BotHost.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Routes;

/// <summary>The middleware the bot is shipped with, and the bot that the pages show.</summary>
public sealed class MiddlewareTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rate_limit_counts_each_person_for_themselves()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Use(RateLimit.PerPerson(2, TimeSpan.FromHours(1)));
            routes.Command("ping", () => "pong");
        }, cancellationToken: Cancelled);

        async Task<string> AskAsync(string who) => (await bot.Person(who).SayAsync("ping", Cancelled)).Single().Text;

        (await AskAsync("alice@example.com")).ShouldBe("pong");
        (await AskAsync("alice@example.com")).ShouldBe("pong");
        (await AskAsync("alice@example.com")).ShouldStartWith("That is enough for now. Ask me again in 3");
        (await AskAsync("bob@example.com")).ShouldBe("pong");
    }

    [Fact]
    public async Task Maintenance_and_flags_follow_the_settings()
    {
        await using var bot = await TestBot.StartAsync(routes =>
        {
            routes.Use(Maintenance.UnlessOpen("help"));
            routes.Command("help", () => "helped");
            routes.Group("beta").Use(FeatureFlag.Needs("beta")).Command("try", () => "works");
        }, cancellationToken: Cancelled);
        var settings = bot.Host.Services.GetRequiredService<IConfiguration>();
        var alice = bot.Person("alice@example.com");

        async Task<string> AskAsync(string text) => (await alice.SayAsync(text, Cancelled)).Single().Text;

        (await AskAsync("beta try")).ShouldBe("I cannot do that yet.");
        settings["FeatureFlags:beta"] = $"somebody; {alice.Account.PersonId}";
        (await AskAsync("beta try")).ShouldBe("works");
        settings["FeatureFlags:beta"] = alice.Account.OrgId;
        (await AskAsync("beta try")).ShouldBe("works");
        settings["FeatureFlags:beta"] = "On";
        (await AskAsync("beta try")).ShouldBe("works");
        settings["Maintenance"] = "Back at noon.";
        (await AskAsync("beta try")).ShouldBe("Back at noon.");
        (await AskAsync("HELP")).ShouldBe("helped");
        settings["Maintenance"] = "";
        (await AskAsync("beta try")).ShouldBe("works");
    }

    [Fact]
    public async Task The_bot_of_the_pages_does_what_they_say()
    {
        await using var bot = await TestBot.StartAsync(Greeter.Map, cancellationToken: Cancelled);
        var (alice, carol) = (bot.Person("alice@example.com"), bot.Person("carol@example.com"));

        var room = await alice.CreateSpaceAsync("Garden", ["bob@example.com"], Cancelled);
        (await alice.MessagesAsync(room, Cancelled)).Select(message => message.Text).ShouldContain("Welcome, Bob Brown!");
        (await alice.MentionAsync(room, "tidy", cancellationToken: Cancelled)).Single().Text.ShouldBe("Tidied up.");
        (await carol.SayAsync("salary 7", Cancelled)).Single().Text.ShouldBe("Nobody knows 7.");
        (await alice.SayAsync("timer 1h30 --times 2 --loud", Cancelled)).Single().Text.ShouldBe("2 × 01:30:00!");
        (await alice.SayAsync("remind tomorrow at 17:30 water the plants", Cancelled)).Single().Text.ShouldBe("At 17:30: water the plants");
        (await alice.SayAsync("timer 20", Cancelled)).Single().Text.ShouldContain("20m is minutes");
    }
}
