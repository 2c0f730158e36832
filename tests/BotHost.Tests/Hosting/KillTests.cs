using System.Net;
using BotHost.Inbox;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Sharing;
using Microsoft.Extensions.Logging;
using WebexSimulator;

namespace BotHost.Tests.Hosting;

/// <summary>200 means stored: the program is killed while webhooks arrive, again and again, and no acknowledged event is lost.</summary>
public sealed class KillTests
{
    private const string Secret = "a-secret-of-some-length";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Every_acknowledged_event_survives_kill_9_and_is_handled()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var chance = new Random(seed);
        await using var webex = SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0"], b => b.Logging.SetMinimumLevel(LogLevel.None));
        await webex.StartAsync(Cancelled);
        var accounts = await WebexAccounts.ReadAsync(webex.Urls.First(), Cancelled);
        var folder = Directory.CreateTempSubdirectory("bothost-kill-");
        var store = $"Data Source={Path.Combine(folder.FullName, "bothost.db")}";
        var (port, self) = (ProgramUnderTest.FreePort(), accounts.Of(TestBot.BotEmail));
        using var http = new HttpClient { DefaultRequestHeaders = { ConnectionClose = true } };
        var envelopes = await SayAsync(webex, accounts, http, 60);
        var acknowledged = new List<string>();

        for (var next = 0; next < envelopes.Count - 1;)
        {
            await using var host = await StartAsync();
            for (var left = chance.Next(10, 30); left > 0 && next < envelopes.Count - 1; left--, next++)
            {
                (await PostAsync(envelopes[next])).ShouldBe(HttpStatusCode.OK);
                acknowledged.Add(envelopes[next]);
            }

            // One more is under way: answered or not, it may be stored or not.
            var underWay = PostAsync(envelopes[Math.Min(next, envelopes.Count - 2)]);
            host.Kill();
            await underWay.ContinueWith(_ => { }, Cancelled, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await using (var host = await StartAsync())
        {
            // The last of the room: when it is answered, all before it are.
            (await PostAsync(envelopes[^1])).ShouldBe(HttpStatusCode.OK);
            await Crowd.UntilAsync(async () => await AnswersAsync(webex, accounts, http, envelopes[0]) >= envelopes.Count);
            (await host.InterruptAsync(Cancelled)).ShouldBe(0);
        }

        using (var database = new Database(new SqliteEngine(store), TimeProvider.System))
        {
            var stored = StoredEvent.All(database).ToDictionary(e => e.Key);
            foreach (var envelope in acknowledged)
            {
                var row = stored[EventEnvelope.Read(System.Text.Encoding.UTF8.GetBytes(envelope)).Envelope!.Key];
                row.Status.ShouldBe(EventStatus.Handled, $"{row.Reason} Seed {seed}");
            }
        }

        folder.Delete(recursive: true);

        async Task<ProgramUnderTest> StartAsync()
        {
            var program = new ProgramUnderTest(Repository.Program("BotHost"),
            [
                $"--BotHost:Listen=http://127.0.0.1:{port}",
                // Nobody listens there: the test delivers.
                "--BotHost:PublicUrl=http://127.0.0.1:9",
                $"--Webex:BaseUrl={webex.Urls.First()}/v1/",
                $"--Webex:AccessToken={self.Token}",
                $"--Webex:WebhookSecrets={Secret}",
                "--Access:Default=Everyone",
                // Killed so often, so soon after each start, the same event may be under way each time, and is not to blame.
                "--BotHost:HandlerRetries=10",
                "--Webex:Timeout=00:00:01",
                "--Outbox:SettleTime=00:00:01",
                $"--Storage:ConnectionString={store}",
            ]);
            await program.WaitForAsync("Ready:", Cancelled);
            return program;
        }

        Task<HttpStatusCode> PostAsync(string envelope) => SignedWebhook.PostAsync(http, new Uri($"http://127.0.0.1:{port}"), envelope, Secret, Cancelled);
    }

    private static async Task<int> AnswersAsync(Microsoft.AspNetCore.Builder.WebApplication webex, WebexAccounts accounts, HttpClient http, string envelope)
    {
        var room = System.Text.Json.JsonElement.Parse(envelope).GetProperty("data").GetProperty("roomId").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{webex.Urls.First()}/v1/messages?roomId={room}&max=1000");
        request.Headers.Authorization = new("Bearer", accounts.Of("alice@example.com").Token);
        using var response = await http.SendAsync(request, Cancelled);
        var self = accounts.Of(TestBot.BotEmail).PersonId;
        return System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancelled)).GetProperty("items").EnumerateArray()
            .Count(message => message.GetProperty("personId").GetString() == self);
    }

    /// <summary>Has Alice say <c>ping</c> many times and <c>whoami</c> last, and returns the webhooks for it.</summary>
    private static async Task<List<string>> SayAsync(Microsoft.AspNetCore.Builder.WebApplication webex, WebexAccounts accounts, HttpClient http, int count)
    {
        var (alice, self) = (accounts.Of("alice@example.com"), accounts.Of(TestBot.BotEmail));
        var envelopes = new List<string>();
        for (var i = 1; i <= count; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webex.Urls.First() + "/v1/messages");
            request.Headers.Authorization = new("Bearer", alice.Token);
            request.Content = System.Net.Http.Json.JsonContent.Create(new { toPersonEmail = TestBot.BotEmail, text = i < count ? "ping" : "whoami" });
            using var response = await http.SendAsync(request, Cancelled);
            var message = System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancelled));
            envelopes.Add(SignedWebhook.Envelope("messages", "created", message.GetProperty("id").GetString()!, self.PersonId, message.GetProperty("roomId").GetString()!));
        }

        return envelopes;
    }
}
