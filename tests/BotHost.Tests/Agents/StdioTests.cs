using System.IO.Pipelines;
using BotHost.Access;
using BotHost.Agents;
using BotHost.Testing;
using BotHost.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents;

/// <summary><c>bothost mcp</c>: an agent on the same machine, over standard input and output.</summary>
public sealed class StdioTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000)]
    [InlineData(null)]
    [InlineData(AgentBench.WithSessions)]
    public async Task It_serves_alone_and_beside_a_running_host(string? revision)
    {
        await using var bench = await AgentBench.StartAsync([("BotHost:Listen", $"http://127.0.0.1:{ProgramUnderTest.FreePort()}")]);
        var key = await bench.AddAgentAsync();
        await bench.OperateAsync("agent grant", ("agent", "triage"), ("name", "running"), ("resources", "commands"), ("level", "use"), ("commands", "ping"));
        var configuration = bench.Bot.Host.Configuration;
        string[] settings =
        [
            "--Agents:Enabled=true", $"--Storage:ConnectionString={configuration["Storage:ConnectionString"]}", $"--BotHost:Listen={configuration["BotHost:Listen"]}",
            "--BotHost:PublicUrl=http://127.0.0.1:9", $"--Webex:BaseUrl={configuration["Webex:BaseUrl"]}", $"--Webex:AccessToken={configuration["Webex:AccessToken"]}",
            $"--Webex:WebhookSecrets={TestBot.WebhookSecret}",
        ];

        // The host holds the store, so that it is the one who answers.
        (await ConverseAsync(settings, key, bench.Room, revision)).Data().GetProperty("answer").GetString().ShouldBe("pong");
        bench.Decisions().Count.ShouldBe(3);
        await bench.Bot.StopAsync(Cancelled);
        (await ConverseAsync(settings, key, bench.Room, revision)).Problem().ShouldStartWith("No host runs on this store");
        await bench.Bot.StartAgainAsync(cancellationToken: Cancelled);
        bench.Decisions().Count.ShouldBe(6);
        bench.Decisions().ShouldAllBe(entry => entry.Outcome != null);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_key_that_is_revoked_ends_what_its_client_can_do()
    {
        await using var bench = await AgentBench.StartAsync();
        var key = await bench.AddAgentAsync();
        var (up, down) = (new Pipe(), new Pipe());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var serving = StdioServer.RunAsync(bench.Bot.Host.Services, key, up.Reader.AsStream(), down.Writer.AsStream(), ended.Token);
        await using (var client = await McpClient.CreateAsync(new StreamClientTransport(up.Writer.AsStream(), down.Reader.AsStream()), cancellationToken: Cancelled))
        {
            (await client.CallAsync("webex-get-me")).Data();

            await bench.OperateAsync("agent key revoke", ("key", AgentKey.IdIn(key)!));

            (await Should.ThrowAsync<McpException>(() => client.CallAsync("webex-get-me"))).Message.ShouldContain("revoked");
        }

        await ended.CancelAsync();
        await serving.WaitAsync(Cancelled).ContinueWith(_ => { }, Cancelled, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    [Fact]
    public async Task Whoever_builds_a_host_with_agents_has_not_opened_its_store()
    {
        await using var bench = await AgentBench.StartAsync();

        // As an operators' command does beside a running host.
        await using var app = BotHostApp.Build([], configure: builder => builder.Configuration.AddConfiguration(bench.Bot.Host.Configuration));

        app.ShouldNotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_key_that_counts_it_says_so_and_ends()
    {
        string[] settings = ["--BotHost:PublicUrl=http://127.0.0.1:9", "--Webex:AccessToken=a-token", "--Webex:WebhookSecrets=a-secret-of-some-length"];
        foreach (var (args, key, said) in new[]
                 {
                     (settings, "x", "Agents:Enabled is not set"),
                     ([.. settings, "--Agents:Enabled=true"], "", "BOTHOST_AGENT_KEY"),
                     ([.. settings, "--Agents:Enabled=true"], "bothost_nobodys", "No agent has the key"),
                 })
        {
            await using var program = new ProgramUnderTest(Repository.Program("BotHost"), ["mcp", .. args], [("BOTHOST_AGENT_KEY", key)]);
            var (code, errors) = await program.ExitAsync(Cancelled);
            code.ShouldBe(1);
            errors.ShouldContain(said);
            errors.ShouldNotContain("nobodys");
        }
    }

    /// <returns>What a command of the bot's came to.</returns>
    private static async Task<CallToolResult> ConverseAsync(string[] settings, string key, string room, string? revision)
    {
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Repository.Program("BotHost"), "mcp", .. settings],
            EnvironmentVariables = new Dictionary<string, string?> { ["BOTHOST_AGENT_KEY"] = key },
        });
        await using var client = await McpClient.CreateAsync(transport, new McpClientOptions { ProtocolVersion = revision }, cancellationToken: Cancelled);

        (await client.ListToolsAsync(cancellationToken: Cancelled)).ShouldContain(tool => tool.Name == "webex-create-message");
        var posted = (await client.CallAsync("webex-create-message", new { roomId = room, text = "over standard output" })).Data();
        (await client.CallAsync("webex-get-message", new { messageId = posted.Id() })).Data().GetProperty("text").GetString().ShouldBe("over standard output");
        (await client.GetPromptAsync("catch-up", cancellationToken: Cancelled)).Messages.ShouldNotBeEmpty();
        return await client.CallAsync("run-command", new { command = "ping" });
    }
}
