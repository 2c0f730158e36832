using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Sharing;
using BotHost.Tests.Storage;
using Microsoft.AspNetCore.Builder;

namespace BotHost.Tests.Schedule;

/// <summary>On PostgreSQL, with two hosts, what is due runs once, on whichever host.</summary>
public sealed class SharedScheduleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_is_due_runs_once_on_whichever_host()
    {
        var (runs, ran) = (0, new TaskCompletionSource());
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("soon", (ISchedule schedule) => { schedule.In(TimeSpan.FromMilliseconds(200), "due", 7); });
                routes.Scheduled("due", (int number) =>
                {
                    Interlocked.Increment(ref runs);
                    ran.TrySetResult();
                    return $"number {number}";
                });
            }, [.. store.Settings, Crowd.NotDeliveredTo], cancellationToken: Cancelled);
        WebApplication[] hosts = [bot.Host, await bot.StartBesideAsync(cancellationToken: Cancelled)];
        var (crowd, alice) = (new Crowd(bot, hosts), bot.Person("alice@example.com"));

        await crowd.DeliverAsync(await crowd.SayAsync(alice, new { toPersonEmail = TestBot.BotEmail, text = "soon" }));
        await ran.Task.WaitAsync(Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("number 7");
        runs.ShouldBe(1);
    }
}
