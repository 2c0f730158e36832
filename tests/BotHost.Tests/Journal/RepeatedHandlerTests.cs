using System.Collections.Concurrent;
using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Testing;
using BotHost.Tests.Dispatch;

namespace BotHost.Tests.Journal;

/// <summary>A handler that runs again is told what it was told before; one that does something else then is found out.</summary>
public sealed class RepeatedHandlerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task It_gets_the_same_results_time_and_chance_and_does_nothing_twice()
    {
        var (calls, seen) = (0, new ConcurrentQueue<string>());
        await using var bot = await TestBot.StartAsync(routes => routes.Command("file", async (BotContext context) =>
        {
            var now = context.Now;
            var number = await context.OnceAsync("file", _ => Task.FromResult(Interlocked.Increment(ref calls)));
            seen.Enqueue($"{now:O} {number} {context.Random.Next()}");
            if (seen.Count == 1)
                throw new InvalidOperationException("The first run fails after the step.");
            return $"Filed as {number}.";
        }), cancellationToken: Cancelled);

        (await bot.Person("alice@example.com").SayAsync("file", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Filed as 1.");

        calls.ShouldBe(1);
        seen.Count.ShouldBe(2);
        seen.Distinct().ShouldHaveSingleItem();
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_does_something_else_the_second_time_is_a_dead_letter_that_names_the_step()
    {
        var runs = 0;
        await using var bot = await TestBot.StartAsync(routes => routes.Command("file", async Task (BotContext context) =>
        {
            var name = Interlocked.Increment(ref runs) == 1 ? "one" : "other";
            await context.OnceAsync(name, _ => Task.FromResult(name));
            throw new InvalidOperationException("Each run fails.");
        }), cancellationToken: Cancelled);

        (await bot.Person("alice@example.com").SayAsync("file", Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("went wrong");

        var dead = StoredEvent.All(bot).Single(e => e.Status == EventStatus.Dead);
        dead.Reason.ShouldNotBeNull().ShouldContain("step 1");
        runs.ShouldBe(2);
        bot.ExpectWarnings();
    }
}
