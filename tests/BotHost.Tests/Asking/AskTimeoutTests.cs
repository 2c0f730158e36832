using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Testing;
using BotHost.Tests.Dispatch;

namespace BotHost.Tests.Asking;

/// <summary>A question waits for as long as it was told to, through a restart too.</summary>
public sealed class AskTimeoutTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Without_an_answer_the_person_is_told_once()
    {
        var leave = new Leave();
        await using var bot = await TestBot.StartAsync(leave.Map, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("leave", Cancelled);

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(9), Cancelled);
        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Which day?");
        await bot.RestartAsync(Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(1), Cancelled);

        (await alice.DirectAsync(Cancelled)).Count(message => message.Text.StartsWith("I have had no answer", StringComparison.Ordinal)).ShouldBe(1);
        (await alice.SayAsync("ping", Cancelled)).Single().Text.ShouldBe("pong");
        leave.Filed.ShouldBeEmpty();
        StoredEvent.All(bot).ShouldAllBe(e => e.Status == EventStatus.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_catches_it_goes_on_without_and_an_answer_in_time_is_not_timed_out_later()
    {
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("name", async (BotContext ctx) =>
            {
                try
                {
                    return $"Hello {await ctx.AskAsync<string>("Your name?", TimeSpan.FromDays(3))}";
                }
                catch (NotAnsweredException e) when (e.Reason == NotAnswered.TimedOut)
                {
                    return "Hello stranger";
                }
            }), cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        await alice.SayAsync("name", Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(4), Cancelled);
        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Hello stranger");
        await alice.SayAsync("name", Cancelled);
        (await alice.SayAsync("Alice", Cancelled)).Single().Text.ShouldBe("Hello Alice");
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(4), Cancelled);
        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Hello Alice");
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_scheduled_may_ask_and_recurs_all_the_same()
    {
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("daily", (ISchedule schedule) => { schedule.Every("0 9 * * *", "UTC", "mood"); });
                routes.Scheduled("mood", async (BotContext ctx) => $"Noted: {await ctx.AskAsync<string>("How are you?")}");
            }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.SayAsync("daily", Cancelled);

        var untilNine = TimeSpan.FromHours(9) - bot.Clock.Now.TimeOfDay;
        await bot.Clock.AdvanceAsync((untilNine > TimeSpan.Zero ? untilNine : untilNine + TimeSpan.FromDays(1)) + TimeSpan.FromMinutes(1), Cancelled);
        (await alice.SayAsync("fine", Cancelled)).Single().Text.ShouldBe("Noted: fine");
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancelled);

        (await alice.DirectAsync(Cancelled)).Count(message => message.Text == "How are you?").ShouldBe(2);
    }
}
