using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Outbox;

/// <summary>What is said to somebody alone from a space, and what is said in their direct room, is one order, and one thing is under way at a time.</summary>
public sealed class DirectOrderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Of_two_whose_outcome_is_not_known_none_is_taken_for_the_other()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Launch", cancellationToken: Cancelled);
        await alice.SayAsync("ping", Cancelled);
        // The first never arrives, the second does; of neither the bot is told.
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, count = 1 });
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 502, when = "after", count = 1 });

        await Task.WhenAll(alice.MentionAsync(space, "whisper psst", cancellationToken: Cancelled), alice.SayAsync("ping", Cancelled));
        await bot.QuietAsync(Cancelled);

        var said = (await alice.DirectAsync(Cancelled)).Where(message => message.PersonEmail == TestBot.BotEmail).Select(message => message.Text).ToList();
        said.Count(text => text == "psst").ShouldBe(1);
        said.Count(text => text == "pong").ShouldBe(2);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task Before_there_is_a_room_it_goes_to_the_person_and_what_comes_next_stays_behind_it()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Launch", cancellationToken: Cancelled);
        await bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, status = 503, count = 1 });

        foreach (var what in new[] { "one", "two", "three" })
            await alice.CallAsync(HttpMethod.Post, "messages", Mention(space, $"whisper {what}"), Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled)).Select(message => message.Text).Reverse().ShouldBe(["one", "two", "three"]);
        await alice.MentionAsync(space, "whisper four", cancellationToken: Cancelled);
        (await bot.CallsAsync("GET", "/messages/direct")).ShouldBeGreaterThan(0);
        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("four");
        bot.ExpectWarnings();
    }

    private static object Mention(string space, string text) => new { roomId = space, markdown = $"<@personEmail:{TestBot.BotEmail}> {text}" };

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(
        routes =>
        {
            routes.Command("ping", () => "pong");
            routes.Command("whisper", (string what) => Reply.Text(what).Privately());
        }, Trouble.Hasty, cancellationToken: Cancelled);
}
