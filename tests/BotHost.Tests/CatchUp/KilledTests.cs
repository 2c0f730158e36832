using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using Microsoft.Extensions.Logging;
using WebexSimulator;

namespace BotHost.Tests.CatchUp;

/// <summary>The program is killed, people go on talking, and it is killed again while it catches up: each message is answered once.</summary>
public sealed class KilledTests
{
    private static readonly string[] People = ["alice@example.com", "bob@example.com", "carol@example.com"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Every_message_is_answered_once()
    {
        const int each = 10;
        await using var webex = SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0"], b => b.Logging.SetMinimumLevel(LogLevel.None));
        await webex.StartAsync(Cancelled);
        var accounts = await WebexAccounts.ReadAsync(webex.Urls.First(), Cancelled);
        var folder = Directory.CreateTempSubdirectory("bothost-kill-");
        using var http = new HttpClient { BaseAddress = new Uri(webex.Urls.First()) };

        await using (var host = Start())
        {
            await host.WaitForAsync("Ready:", Cancelled);
            foreach (var person in People)
                await SayAsync(http, accounts.Of(person));
            await AnsweredAsync(http, People.Length);
            host.Kill();
        }

        await FaultAsync(http, new { delivery = "lost" });
        for (var i = 1; i < each; i++)
        {
            foreach (var person in People)
                await SayAsync(http, accounts.Of(person));
        }

        await http.DeleteAsync("/simulator/faults", Cancelled);
        await FaultAsync(http, new { method = "GET", path = "/messages", email = TestBot.BotEmail, delayBefore = "00:00:10" });
        await using (var host = Start())
        {
            await host.WaitForAsync("Looking for what was missed", Cancelled);
            host.Kill();
        }

        await http.DeleteAsync("/simulator/faults", Cancelled);
        await using (var host = Start())
        {
            await host.WaitForAsync("Caught up", Cancelled);
            await AnsweredAsync(http, each * People.Length);
            (await host.InterruptAsync(Cancelled)).ShouldBe(0);
        }

        foreach (var person in People)
            (await PongsAsync(http, accounts.Of(person))).ShouldBe(each, person);
        folder.Delete(recursive: true);

        ProgramUnderTest Start() => new(Repository.Program("BotHost"),
        [
            // Another port each time: one that was free once may have been taken while the program was dead.
            "--BotHost:Listen=http://127.0.0.1:0", "--BotHost:PublicUrl=http://127.0.0.1:0",
            $"--Webex:BaseUrl={webex.Urls.First()}/v1/",
            $"--Webex:AccessToken={accounts.Of(TestBot.BotEmail).Token}",
            "--Webex:WebhookSecrets=a-secret-of-some-length",
            "--Access:Default=Everyone",
            // Its death leaves posts open: what they did is looked into after this.
            "--Webex:Timeout=00:00:01", "--Outbox:SettleTime=00:00:01",
            $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "bothost.db")}",
        ]);
    }

    private static async Task FaultAsync(HttpClient http, object rule) =>
        (await http.PostAsJsonAsync("/simulator/faults", rule, Cancelled)).EnsureSuccessStatusCode();

    private static Task<JsonElement> SayAsync(HttpClient http, WebexAccount person) =>
        CallAsync(http, HttpMethod.Post, "/v1/messages", person, new { toPersonEmail = TestBot.BotEmail, text = "ping" });

    /// <summary>Waits until the bot has posted so often.</summary>
    private static async Task AnsweredAsync(HttpClient http, int count) =>
        (await http.GetAsync($"/simulator/ledger/await?kind=call&method=POST&route=/messages&status=2xx&person={TestBot.BotEmail}&count={count}&timeout=60", Cancelled))
            .IsSuccessStatusCode.ShouldBeTrue();

    private static async Task<int> PongsAsync(HttpClient http, WebexAccount person) =>
        (await CallAsync(http, HttpMethod.Get, $"/v1/messages/direct?personEmail={TestBot.BotEmail}", person, null)).GetProperty("items").EnumerateArray()
            .Count(message => message.GetProperty("text").GetString() == "pong");

    private static async Task<JsonElement> CallAsync(HttpClient http, HttpMethod method, string path, WebexAccount person, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", person.Token);
        using var response = await http.SendAsync(request, Cancelled);
        return JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled));
    }
}
