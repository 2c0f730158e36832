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
        // The bot under test is a program of its own; this one only brings the local Webex.
        await using var test = await TestBot.StartAsync(_ => { }, cancellationToken: Cancelled);
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        var room = await test.Person("alice@example.com").CreateSpaceAsync("Plans", cancellationToken: Cancelled);
        var (key, id, hash) = AgentKey.New();
        using (var database = store.Open())
            await AddKeyAsync(database, new StoredKey { Id = id, Agent = "triage", Hash = hash });
        var (port, admin) = (ProgramUnderTest.FreePort(), ProgramUnderTest.FreePort());
        await test.FaultAsync(new { method = "POST", path = "/messages", email = TestBot.BotEmail, delayAfter = "00:01:00", count = 1 });

        await using (var first = await StartAsync())
        {
            await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
            {
                Endpoint = new Uri($"http://127.0.0.1:{port}/mcp"), TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
            }), cancellationToken: Cancelled);
            _ = client.CallAsync("webex-create-message", new { roomId = room, text = "hello" });
            // It is posted at Webex, and the answer is under way.
            while ((await test.Person("alice@example.com").MessagesAsync(room, Cancelled)).Count == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
            first.Kill();
        }

        await using var second = await StartAsync();
        (await second.InterruptAsync(Cancelled)).ShouldBe(0);
        (await Operator.TypeAsync(store, ["audit", "list"])).Output.ShouldContain("Agent triage tried to post a message to Plans as BotHost: allowed by grant posting; nobody knows whether it happened");
        (await Operator.TypeAsync(store, ["audit", "verify"])).Code.ShouldBe(0);

        async Task<ProgramUnderTest> StartAsync()
        {
            var program = new ProgramUnderTest(Repository.Program("BotHost"),
            [
                $"--BotHost:Listen=http://127.0.0.1:{port}", $"--BotHost:PublicUrl=http://127.0.0.1:{port}", "--BotHost:Name=killed", $"--Admin:Listen=http://127.0.0.1:{admin}",
                $"--Webex:BaseUrl={test.Webex.Urls.First()}/v1/", $"--Webex:AccessToken={test.Person(TestBot.BotEmail).Account.Token}",
                "--Webex:WebhookSecrets=a-secret-of-some-length", "--Access:Default=Everyone", "--Agents:Enabled=true", "--Agents:Named:triage:Identity=bot",
                "--Agents:Named:triage:Grants:posting:Resources=messages", "--Agents:Named:triage:Grants:posting:Level=use",
                .. store.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ]);
            await program.WaitForAsync("Ready:", Cancelled);
            return program;
        }
    }

    private static Task<int> AddKeyAsync(Database database, StoredKey key) => database.WriteAsync(session =>
    {
        AgentLedger.AddKey(session, key);
        return 0;
    }, cancellationToken: Cancelled);
}
