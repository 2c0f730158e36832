using System.Collections.Concurrent;
using System.Net;
using BotHost.Dispatch;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Tests.Dispatch;

/// <summary>Told to stop: what runs finishes, what waits stays, and the next start goes on where this one was.</summary>
public sealed class StoppingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_running_handler_finishes_and_is_answered_and_the_queue_is_handled_by_the_next_start_in_order()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var noted = new ConcurrentQueue<int>();
        await using var bot = await TestBot.StartAsync(
            routes =>
            {
                routes.Command("wait", async () =>
                {
                    started.SetResult();
                    await release.Task;
                    return "finished";
                });
                routes.Command("note", (int number) => noted.Enqueue(number));
            }, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        foreach (var text in new[] { "wait", "note 1", "note 2", "note 3" })
            await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text }, Cancelled);
        await started.Task;
        await bot.DeliveredAsync(Cancelled);

        var stopping = bot.Host.Services.GetServices<IHostedService>().OfType<Dispatcher>().Single().StopAsync(Cancelled);
        release.SetResult();
        await stopping;
        await bot.Host.Services.GetRequiredKeyedService<ILanes>(LaneSet.Outbox).WhenQuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("finished");
        StoredEvent.All(bot).Count(e => e.Status == EventStatus.Queued).ShouldBeGreaterThanOrEqualTo(3);
        noted.ShouldBeEmpty();

        await bot.RestartAsync(Cancelled);
        await bot.QuietAsync(Cancelled);

        noted.ShouldBe([1, 2, 3]);
        (await alice.DirectAsync(Cancelled)).Count(m => m.Text == "finished").ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_outlives_the_grace_is_run_again_by_the_next_start()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var runs = 0;
        await using var bot = await TestBot.StartAsync(
            routes => routes.Command("slow", async (CancellationToken aborted) =>
            {
                if (Interlocked.Increment(ref runs) > 1)
                    return "second try";
                started.SetResult();
                await release.Task.WaitAsync(aborted).ContinueWith(_ => { }, TaskScheduler.Default);
                throw new InvalidOperationException("The handler's own way of giving up.");
            }), cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        await alice.CallAsync(HttpMethod.Post, "messages", new { toPersonEmail = TestBot.BotEmail, text = "slow" }, Cancelled);
        await started.Task;

        await bot.Host.StopAsync(new CancellationToken(canceled: true));
        await bot.RestartAsync(Cancelled);
        await bot.QuietAsync(Cancelled);

        (await alice.DirectAsync(Cancelled))[0].Text.ShouldBe("second try");
        runs.ShouldBe(2);
        bot.ExpectWarnings();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_came_in_while_Webex_was_down_waits_for_the_next_start()
    {
        const string secret = "a-secret-of-some-length";
        var folder = Directory.CreateTempSubdirectory("bothost-test-");
        var store = $"Data Source={Path.Combine(folder.FullName, "bothost.db")};Pooling=False";
        await using (var host = BotHostApp.Build([], configure: builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BotHost:Listen"] = "http://127.0.0.1:0",
            ["BotHost:PublicUrl"] = "http://127.0.0.1:0",
            ["Webex:BaseUrl"] = "http://127.0.0.1:9/v1/",
            ["Webex:AccessToken"] = "token",
            ["Webex:WebhookSecrets"] = secret,
            ["Storage:ConnectionString"] = store,
            ["Serilog:MinimumLevel:Default"] = "Fatal",
        })))
        {
            await BotHostApp.StartAsync(host, Cancelled);
            using var http = new HttpClient();
            var envelope = SignedWebhook.Envelope("messages", "created", "m", createdBy: "bot", roomId: "r");
            (await SignedWebhook.PostAsync(http, new Uri(host.Urls.First()), envelope, secret, Cancelled)).ShouldBe(HttpStatusCode.OK);
            await host.StopAsync(Cancelled);
        }

        using (var database = new Database(new SqliteEngine(store), TimeProvider.System))
            StoredEvent.All(database).ShouldHaveSingleItem().Status.ShouldBe(EventStatus.Queued);
        folder.Delete(recursive: true);
    }
}
