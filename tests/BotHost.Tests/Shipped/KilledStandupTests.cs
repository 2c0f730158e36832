using BotHost.Testing;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Shipped;

/// <summary>A stand-up of a bot that is killed with <c>kill -9</c> in the middle of what it says, before Webex carried it out and after: everything is said once.</summary>
public sealed class KilledStandupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(1, false)]
    [InlineData(4, true)]
    public async Task A_stand_up_asks_each_once_and_is_put_together_once(int skip, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync();
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await alice.CreateSpaceAsync("Kitchen", ["bob@example.com"], Cancelled);
        await SetUpAsync(bot, alice, space);
        await bot.StallAsync(skip, carriedOut);

        // What bob is told first makes their room, then come who holds it, the question, what is thought of the answer, and that all are asked.
        await bot.MentionAsync(alice, space, "standup now");
        if (skip < 4)
            await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(bob), "What did you do?");
        await bot.SayAsync(bob, "Slept");
        if (skip >= 4)
            await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(bob), "Thank you.");
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "I am asking them.");

        await bot.KillAsync();
        bot.SetAhead(TimeSpan.FromMinutes(6));
        await bot.StallAsync(0, carriedOut);
        await bot.StartAgainAsync();
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "Stand-up");
        await bot.StopAsync();

        (await bot.DirectAsync(bob)).Select(text => text.Split(' ')[0]).ShouldBe(["Hello!", "Stand-up", "What", "Thank"]);
        (await bot.InAsync(alice, space)).Where(text => text.StartsWith("Stand-up", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("What did you do? Slept");
    }

    private static async Task SetUpAsync(KilledBot bot, TestPerson alice, string space)
    {
        await bot.MentionAsync(alice, space, "standup setup");
        await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), "On which days");
        var thread = (await alice.MessagesAsync(space, Cancelled))[0].ParentId;
        foreach (var (said, answered) in new[] { ("weekday at 9:00", "What do I ask?"), ("What did you do?", "Whom?"), ("bob@example.com", "How long"), ("5m", "Every weekday") })
        {
            await bot.MentionAsync(alice, space, said, thread);
            await KilledBot.UntilSaidAsync(() => bot.InAsync(alice, space), answered);
        }
    }
}
