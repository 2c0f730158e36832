using System.Net.Http.Json;
using System.Text.Json;
using BotHost.Access;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using BotHost.Tests.Operations;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;
using ModelContextProtocol.Client;

namespace BotHost.Tests.Agents;

/// <summary>A host that is killed between what it decided and what came of it: the next one says that nobody knows.</summary>
public sealed class KilledCallTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_call_under_way_when_its_host_is_killed_stands_as_unknown()
    {
        await using var bench = await KilledBench.StartAsync("messages");
        var alice = bench.Bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Plans", cancellationToken: Cancelled);
        await bench.Bot.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:01:00", count = 1 });

        await using (var first = await bench.RunAsync())
        {
            await using var client = await bench.ConnectAsync();
            _ = client.CallAsync("webex-create-message", new { roomId = room, text = "hello" });
            // It is posted at Webex, and the answer is under way.
            while ((await alice.MessagesAsync(room, Cancelled)).Count == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
            first.Kill();
        }

        await using var second = await bench.RunAsync();
        (await second.InterruptAsync(Cancelled)).ShouldBe(0);
        (await Operator.TypeAsync(bench.Store, ["audit", "list"])).Output.ShouldContain("Agent triage tried to post a message to Plans as BotHost: allowed by grant given; nobody knows whether it happened");
        (await Operator.TypeAsync(bench.Store, ["audit", "verify"])).Code.ShouldBe(0);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_command_under_way_when_its_host_is_killed_is_brought_to_its_end_by_the_next_and_asked_for_again()
    {
        await using var bench = await KilledBench.StartAsync("commands", "space list");
        var fault = await bench.Bot.FaultAsync(new { method = "GET", path = "/rooms", email = TestBot.BotEmail, delayAfter = "00:01:00", count = 1 });

        await using (var first = await bench.RunAsync())
        {
            await using var client = await bench.ConnectAsync();
            _ = client.CallAsync("run-command", new { command = "space list" });
            while ((await bench.Bot.Http.GetFromJsonAsync<JsonElement>($"/simulator/faults/{fault}", Cancelled)).GetProperty("injected").GetInt64() == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
            first.Kill();
        }

        await using var second = await bench.RunAsync();
        await using var again = await bench.ConnectAsync();
        var told = (await again.CallAsync("run-command", new { command = "space list" })).Data();

        (told.GetProperty("request").GetInt64(), told.GetProperty("state").GetString()).ShouldBe((1, "answered"));
        (await second.InterruptAsync(Cancelled)).ShouldBe(0);
        var audit = (await Operator.TypeAsync(bench.Store, ["audit", "list"])).Output;
        audit.ShouldContain("Agent triage tried to run the bot's command space list as BotHost: allowed by grant given; nobody knows whether it happened");
        audit.ShouldContain("Agent triage ran the bot's command space list as BotHost: allowed by grant given");
    }

    /// <summary>The bot under test is a program of its own, which can be killed; beside it is only the local Webex.</summary>
    private sealed class KilledBench(TestBot bot, TestStore store, string key, string[] grant) : IAsyncDisposable
    {
        private readonly int _port = ProgramUnderTest.FreePort(), _admin = ProgramUnderTest.FreePort();

        public TestBot Bot => bot;

        public TestStore Store => store;

        public static async Task<KilledBench> StartAsync(string resource, string? command = null)
        {
            var bot = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
            var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
            var (key, id, hash) = AgentKey.New();
            using (var database = store.Open())
                await AddKeyAsync(database, new StoredKey { Id = id, Agent = "triage", Hash = hash });
            return new KilledBench(bot, store, key, [$"Resources={resource}", "Level=use", .. command is null ? Array.Empty<string>() : [$"Commands={command}"]]);
        }

        public async Task<ProgramUnderTest> RunAsync()
        {
            var program = new ProgramUnderTest(Repository.Program("BotHost"),
            [
                $"--BotHost:Listen=http://127.0.0.1:{_port}", $"--BotHost:PublicUrl=http://127.0.0.1:{_port}", "--BotHost:Name=killed", $"--Admin:Listen=http://127.0.0.1:{_admin}",
                $"--Webex:BaseUrl={bot.Webex.Urls.First()}/v1/", $"--Webex:AccessToken={bot.Person(TestBot.BotEmail).Account.Token}",
                "--Webex:WebhookSecrets=a-secret-of-some-length", "--Access:Default=Everyone", "--Agents:Enabled=true", "--Agents:Named:triage:Identity=bot",
                .. grant.Select(said => $"--Agents:Named:triage:Grants:given:{said}"), .. store.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ]);
            await program.WaitForAsync("Ready:", Cancelled);
            return program;
        }

        public Task<McpClient> ConnectAsync() => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri($"http://127.0.0.1:{_port}/mcp"), TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
        }), cancellationToken: Cancelled);

        public async ValueTask DisposeAsync()
        {
            store.Dispose();
            await bot.DisposeAsync();
        }
    }

    private static Task<int> AddKeyAsync(Database database, StoredKey key) => database.WriteAsync(session =>
    {
        AgentLedger.AddKey(session, key);
        return 0;
    }, cancellationToken: Cancelled);
}
