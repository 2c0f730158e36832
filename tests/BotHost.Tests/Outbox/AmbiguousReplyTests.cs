using BotHost.Outbox;
using BotHost.Testing;
using BotHost.Tests.Sharing;

namespace BotHost.Tests.Outbox;

/// <summary>A reply whose answer is lost is said once: what Webex lets one see decides whether it is said again.</summary>
public sealed class AmbiguousReplyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Carried => ["status", "reset", "half", "late"];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Carried))]
    public async Task In_a_direct_room_one_that_was_carried_out_is_found_in_the_list(string fault)
    {
        // Without its echo: only the list can tell.
        await using var bot = await StartAsync(echo: false);
        await bot.FaultAsync(AfterTheChange(fault));

        var said = await bot.Person("alice@example.com").SayAsync("ping", Cancelled);

        said.ShouldHaveSingleItem().Text.ShouldBe("pong");
        bot.Effects().ShouldHaveSingleItem().Guesses.ShouldBe(0);
        bot.Effects()[0].Tries.ShouldBe(1);
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Carried))]
    public async Task In_a_space_one_that_was_carried_out_is_known_by_its_echo(string fault)
    {
        await using var bot = await StartAsync(echo: true);
        var (alice, room) = await SpaceAsync(bot);
        await bot.FaultAsync(AfterTheChange(fault));

        var said = await alice.MentionAsync(room, "ping", cancellationToken: Cancelled);

        said.ShouldHaveSingleItem().Text.ShouldBe("pong");
        bot.Effects().ShouldHaveSingleItem().Guesses.ShouldBe(0);
        bot.Effects()[0].Tries.ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task In_a_space_that_shows_nothing_it_is_said_again_and_counted()
    {
        await using var bot = await StartAsync(echo: false);
        var (alice, room) = await SpaceAsync(bot);
        await bot.FaultAsync(AfterTheChange("status"));

        var said = await alice.MentionAsync(room, "ping", cancellationToken: Cancelled);

        said.Select(m => m.Text).ShouldBe(["pong", "pong"]);
        bot.Effects().ShouldHaveSingleItem().Guesses.ShouldBe(1);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_that_stops_does_not_guess_since_its_door_is_closed_to_echoes()
    {
        await using var bot = await StartAsync(echo: false);
        var (alice, room) = await SpaceAsync(bot);
        await bot.FaultAsync(AfterTheChange("status"));
        await alice.CallAsync(HttpMethod.Post, "messages", Crowd.Mention(room, "ping"), Cancelled);
        await Crowd.UntilAsync(() => Task.FromResult(bot.Effects().Any(effect => effect.State == (long)EffectState.Begun && effect.Tries > 0)));

        await bot.StopAsync(Cancelled);

        (await alice.MessagesAsync(room, Cancelled)).Count(message => message.Text == "pong").ShouldBe(1);
        await bot.StartAgainAsync(cancellationToken: Cancelled);
        bot.ExpectWarnings();
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_was_not_carried_out_is_said_once_and_without_a_guess(bool direct)
    {
        await using var bot = await StartAsync(echo: false);
        var (alice, room) = await SpaceAsync(bot);
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, count = 1 });

        var said = direct ? await alice.SayAsync("ping", Cancelled) : await alice.MentionAsync(room, "ping", cancellationToken: Cancelled);

        said.ShouldHaveSingleItem().Text.ShouldBe("pong");
        bot.Effects().ShouldHaveSingleItem().Guesses.ShouldBe(0);
        bot.Effects()[0].Tries.ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_Webex_carries_out_late_is_not_said_twice()
    {
        await using var bot = await StartAsync(echo: false);
        // Longer than the call may take, shorter than it takes to settle.
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayBefore = "00:00:01.6", count = 1 });

        var said = await bot.Person("alice@example.com").SayAsync("ping", Cancelled);

        said.ShouldHaveSingleItem().Text.ShouldBe("pong");
        bot.Effects()[0].Tries.ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_room_keeps_its_order_and_others_do_not_wait()
    {
        await using var bot = await StartAsync(echo: true);
        var (alice, room) = await SpaceAsync(bot);
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when = "after", count = 1 });
        var stuck = alice.MentionAsync(room, "count 3", cancellationToken: Cancelled);
        await Crowd.UntilAsync(() => Task.FromResult(bot.Effects().Any(effect => effect.State == (long)EffectState.Begun && effect.Tries > 0)));

        (await bot.Person("bob@example.com").SayAsync("ping", Cancelled))[0].Text.ShouldBe("pong");
        (await stuck).Select(m => m.Text).ShouldBe(["1", "2", "3"]);
    }

    private static Task<TestBot> StartAsync(bool echo) => TestBot.StartAsync(
        routes =>
        {
            routes.Command("ping", () => "pong");
            routes.Command("count", (int to) => Enumerable.Range(1, to).Select(i => (BotHost.Bot.Reply)$"{i}"));
        },
        Trouble.Hasty, simulator: [$"--Simulator:Switches:BotsHearThemselves={echo}"], cancellationToken: Cancelled);

    private static async Task<(TestPerson, string)> SpaceAsync(TestBot bot)
    {
        var alice = bot.Person("alice@example.com");
        return (alice, await alice.CreateSpaceAsync("Room", cancellationToken: Cancelled));
    }

    private static object AfterTheChange(string fault) => fault switch
    {
        "status" => new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when = "after", count = 1 },
        "late" => new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:00:03", count = 1 },
        _ => new { method = "POST", path = "/messages", email = TestBot.BotEmail, connection = fault, when = "after", count = 1 },
    };
}
