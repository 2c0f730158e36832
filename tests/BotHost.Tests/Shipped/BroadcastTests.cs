using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Outbox;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Shipped;

/// <summary>A broadcast reaches every space once, tells what it could not do, and is for admins.</summary>
public sealed class BroadcastTests
{
    private static readonly (string, string?)[] Admin = [("Access:Admins", "alice@example.com"), Noon.Unswept];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task It_asks_back_reaches_every_space_once_through_restarts_and_tells_what_is_not_known()
    {
        await using var bot = await TestBot.StartAsync(
            settings: [.. Admin, .. Trouble.Hasty], simulator: ["--Simulator:Switches:BotsHearThemselves=false"], cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var spaces = new List<string>();
        for (var i = 0; i < 26; i++)
            spaces.Add(await bob.CreateSpaceAsync($"Team {i}", cancellationToken: Cancelled));
        var other = await bob.CreateSpaceAsync("Elsewhere", cancellationToken: Cancelled);

        var asked = (await alice.SayAsync("broadcast --to team **Lights out** at six", Cancelled)).ShouldHaveSingleItem();
        asked.Text.ShouldContain("Post this to 26 spaces?");
        await bot.RestartAsync(Cancelled);
        var begun = await alice.PressAsync(asked, "Yes", cancellationToken: Cancelled);
        begun[^1].Text.ShouldStartWith("This is broadcast 1.");
        (await alice.SayAsync("broadcast list", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("1: Sent 0 of 26.");
        (await HeardAsync()).Sum().ShouldBe(20, "a batch");
        UnhurriedOf(bot).ShouldBe(20);
        await bot.RestartAsync(Cancelled);
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when = "after", count = 1 });
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        bot.ExpectWarnings();

        (await HeardAsync()).ShouldBe([.. Enumerable.Repeat(1, 26)]);
        (await bob.MessagesAsync(other, Cancelled)).ShouldBeEmpty();
        var direct = await alice.DirectAsync(Cancelled);
        direct[0].Text.ShouldContain("posted to 25 of 26 spaces");
        direct[0].Text.ShouldContain("not known whether it arrived: 1 (Team ");
        direct.Single(message => message.Id == begun[0].Id).Text.ShouldBe("Sent 26 of 26.");
        (await alice.SayAsync("broadcast list", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("None is under way.");

        async Task<List<int>> HeardAsync()
        {
            var heard = new List<int>();
            foreach (var space in spaces)
                heard.Add((await bob.MessagesAsync(space, Cancelled)).Count(message => message.Text.Contains("Lights out at six", StringComparison.Ordinal)));
            return heard;
        }
    }

    /// <summary>How many of the bot's messages went out behind what people wait for.</summary>
    private static long UnhurriedOf(TestBot bot) => bot.Host.Services.GetRequiredService<Database>().Read(connection =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM effects WHERE priority = @bulk", new { bulk = (int)BotHost.Webex.WebexPriority.Bulk }));

    [Fact(Timeout = 60_000)]
    public async Task It_names_the_spaces_that_Webex_refused()
    {
        await using var bot = await TestBot.StartAsync(settings: Admin, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var gone = await bob.CreateSpaceAsync("Gone", cancellationToken: Cancelled);
        var space = await bob.CreateSpaceAsync("There", cancellationToken: Cancelled);
        await alice.SayAsync("broadcast Hello", Cancelled);
        await bob.CallAsync(HttpMethod.Delete, "rooms/" + gone, null, Cancelled);

        await alice.SayAsync("yes", Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Broadcast 1: posted to 1 of 2 spaces.\nrefused by Webex: 1 (Gone)");
        (await bob.MessagesAsync(space, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Hello\n— alice@example.com");
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Once_stopped_it_goes_no_further()
    {
        await using var bot = await TestBot.StartAsync(settings: Admin, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        for (var i = 0; i < 22; i++)
            await bob.CreateSpaceAsync($"Team {i}", cancellationToken: Cancelled);
        await alice.SayAsync("broadcast Hello", Cancelled);
        await alice.SayAsync("yes", Cancelled);

        (await alice.SayAsync("broadcast cancel 1", Cancelled))[0].Text.ShouldBe("Stopping broadcast 1.");
        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Broadcast 1: posted to 20 of 22 spaces.");
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancelled);
        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Broadcast 1: posted to 20 of 22 spaces.");
        (await alice.SayAsync("broadcast cancel 1", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("not under way");
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_but_an_admin_may_and_no_means_no()
    {
        await using var bot = await TestBot.StartAsync(settings: Admin, cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await bob.CreateSpaceAsync("Team", cancellationToken: Cancelled);

        (await bob.SayAsync("broadcast Hello", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Access:Admins");
        (await alice.SayAsync("broadcast Hello", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("1 space?");
        (await alice.SayAsync("no", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Nothing was posted.");
        (await alice.SayAsync("broadcast --to nowhere Hello", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("no such space");
        (await bob.MessagesAsync(space, Cancelled)).ShouldBeEmpty();
    }
}
