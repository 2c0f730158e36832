using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Testing;

namespace BotHost.Tests.Dispatch;

/// <summary>A handler that throws, hangs or floods costs its own turn, and nobody else's.</summary>
public sealed class HandlerFaultTests
{
    private const string Secret = "zanzibar";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_throws_is_a_dead_letter_and_its_person_is_told_once_with_the_number_to_quote()
    {
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("fail", string (string words) => throw new FormatException($"Cannot read {words}.")), cancellationToken: Cancelled);

        ShouldBeTheOneApology(bot, await bot.Person("alice@example.com").SayAsync("fail " + Secret, Cancelled), "FormatException");
    }

    [Fact]
    public async Task What_it_had_said_before_it_threw_is_not_posted()
    {
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("fail", string (BotContext context) =>
            {
                context.Send("half done");
                throw new InvalidOperationException(Secret);
            }), cancellationToken: Cancelled);

        ShouldBeTheOneApology(bot, await bot.Person("alice@example.com").SayAsync("fail", Cancelled), "InvalidOperationException");
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_ignores_its_deadline_is_left_behind_and_can_say_nothing_more()
    {
        var release = new TaskCompletionSource();
        var tooLate = new TaskCompletionSource<Exception?>();
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("hang", async (BotContext context) =>
            {
                await release.Task;
                tooLate.SetResult(Record.Exception(() => context.Send(Secret)));
            }), [("BotHost:HandlerTimeout", "00:00:01")], cancellationToken: Cancelled);

        var answers = await bot.Person("alice@example.com").SayAsync("hang", Cancelled);
        release.SetResult();

        (await tooLate.Task).ShouldBeOfType<InvalidOperationException>();
        ShouldBeTheOneApology(bot, answers, "longer than");
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_blocks_its_thread_is_left_behind_all_the_same()
    {
        using var release = new ManualResetEventSlim();
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("block", () => release.Wait(CancellationToken.None)),
            [("BotHost:HandlerTimeout", "00:00:01"), ("BotHost:Concurrency", "1")], cancellationToken: Cancelled);
        try
        {
            // Known from now on, so that nothing is awaited between the dispatcher and the handler.
            await bot.Person("alice@example.com").SayAsync("?", Cancelled);
            ShouldBeTheOneApology(bot, await bot.Person("alice@example.com").SayAsync("block", Cancelled), "longer than");
            (await bot.Person("bob@example.com").SayAsync("?", Cancelled)).ShouldHaveSingleItem();
        }
        finally
        {
            release.Set();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_never_stops_talking_is_cut_off()
    {
        await using var bot = await TestBot.StartAsync(routes => routes.Command("flood", () => Flood()), cancellationToken: Cancelled);

        ShouldBeTheOneApology(bot, await bot.Person("alice@example.com").SayAsync("flood", Cancelled), "InvalidOperationException");

        static IEnumerable<Reply> Flood()
        {
            while (true)
                yield return Secret;
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task While_one_room_hangs_the_others_are_answered()
    {
        var (hanging, release, answered) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("hang", async () =>
                {
                    hanging.SetResult();
                    await release.Task;
                    return "woken";
                });
                routes.Command("quick", () => answered.SetResult());
            }, cancellationToken: Cancelled);

        var slow = bot.Person("alice@example.com").SayAsync("hang", Cancelled);
        await hanging.Task;
        var quick = bot.Person("bob@example.com").SayAsync("quick", Cancelled);
        await answered.Task;
        release.SetResult();

        (await slow).ShouldHaveSingleItem().Text.ShouldBe("woken");
        await quick;
    }

    private static void ShouldBeTheOneApology(TestBot bot, IReadOnlyList<TestMessage> answers, string reason)
    {
        var dead = StoredEvent.All(bot).Where(e => e.Status == EventStatus.Dead).ShouldHaveSingleItem();
        answers.ShouldHaveSingleItem().Text.ShouldContain($"#{dead.Sequence}");
        dead.Reason.ShouldNotBeNull().ShouldContain(reason);
        dead.Reason.ShouldNotContain(Secret);
        bot.Log.ShouldAllBe(line => !$"{line.Message} {line.Exception}".Contains(Secret));
        bot.ExpectWarnings();
    }
}
