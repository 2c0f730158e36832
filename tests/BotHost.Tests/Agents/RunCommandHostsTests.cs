using BotHost.Tests.Storage;
using ModelContextProtocol.Protocol;

namespace BotHost.Tests.Agents;

/// <summary>A command that an agent runs while hosts come and go, and while it is stopped itself.</summary>
public sealed class RunCommandHostsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_restart_in_between_loses_nothing_and_runs_nothing_twice(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        var (runs, gate) = (new Runs(), new SemaphoreSlim(0));
        await using var bench = await AgentBench.StartAsync([("Agents:WaitForPeople", "00:00:01"), .. store.Settings], map: bot =>
        {
            bot.Command("slow", async (string what, CancellationToken cancellationToken) =>
            {
                await gate.WaitAsync(cancellationToken);
                return $"{what} {Interlocked.Increment(ref runs.Count)}";
            }).Deadline(TimeSpan.FromMinutes(2));
        });
        var key = await bench.AddAgentAsync("triage", "commands", "use", ("commands", "slow"));
        var client = await bench.ConnectAsync(key);
        // The first is under way when the host stops, the second has not begun.
        (await client.CallAsync("run-command", new { command = "slow one" })).Data().GetProperty("state").GetString().ShouldBe("pending");
        (await client.CallAsync("run-command", new { command = "slow two" })).Data().GetProperty("next").GetString()!.ShouldContain("has not ended yet");

        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Bot.Host.Lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        var restarting = bench.Bot.RestartAsync(Cancelled);
        await stopping.Task.WaitAsync(Cancelled);
        // The second may have begun before the host took no more: then it ends there, too.
        gate.Release(2);
        await restarting;
        client = await bench.ConnectAsync(key);
        (await client.CallAsync("run-command", new { command = "slow one" })).Data().GetProperty("answer").GetString().ShouldBe("one 1");
        gate.Release(10);

        CallToolResult two;
        do
            two = await client.CallAsync("run-command", new { command = "slow two" });
        while (two.Data().GetProperty("state").GetString() == "pending");
        two.Data().GetProperty("answer").GetString()!.ShouldStartWith("two ");
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_hosts_that_are_asked_the_same_run_it_once()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        var (runs, gate) = (new Runs(), new SemaphoreSlim(0));
        await using var bench = await AgentBench.StartAsync([("Agents:WaitForPeople", "00:00:01"), .. store.Settings], map: bot => bot.Command("slow", async (string what, CancellationToken cancellationToken) =>
        {
            Interlocked.Increment(ref runs.Count);
            await gate.WaitAsync(cancellationToken);
            return what;
        }).Deadline(TimeSpan.FromMinutes(2)));
        var other = await bench.Bot.StartBesideAsync([("BotHost:PublicUrl", bench.Bot.Address.GetLeftPart(UriPartial.Authority))], Cancelled);
        var key = await bench.AddAgentAsync("triage", "commands", "use", ("commands", "slow"));
        var clients = new[] { await bench.ConnectAsync(key), await bench.ConnectAsync(key, at: new Uri(new Uri(other.Urls.First()), "/mcp")) };

        var waiting = await Task.WhenAll(clients.Select(client => client.CallAsync("run-command", new { command = "slow one" })));
        waiting.ShouldAllBe(answer => answer.Data().GetProperty("request").GetInt64() == 1);
        gate.Release();

        // Whichever host runs it, the other tells what it came to.
        CallToolResult told;
        do
            told = await clients[1].CallAsync("run-command", new { command = "slow one" });
        while (told.Data().GetProperty("state").GetString() == "pending");
        (told.Data().GetProperty("answer").GetString(), runs.Count).ShouldBe(("one", 1));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_agent_that_was_stopped_has_nothing_run_that_it_left_behind()
    {
        var (runs, gate) = (new Runs(), new SemaphoreSlim(0));
        await using var bench = await AgentBench.StartAsync([("Agents:WaitForPeople", "00:00:01")], map: bot => bot.Command("slow", async (string what, CancellationToken cancellationToken) =>
        {
            await gate.WaitAsync(cancellationToken);
            return $"{what} {Interlocked.Increment(ref runs.Count)}";
        }).Deadline(TimeSpan.FromMinutes(2)));
        var client = await bench.ConnectAsync(await bench.AddAgentAsync("triage", "commands", "use", ("commands", "slow")));
        await client.CallAsync("run-command", new { command = "slow one" });
        await client.CallAsync("run-command", new { command = "slow two" });

        await bench.OperateAsync("agent stop", ("agent", "triage"));
        gate.Release(2);
        await bench.Bot.QuietAsync(Cancelled);

        runs.Count.ShouldBe(1, "what was under way is brought to its end");
    }

    private sealed class Runs
    {
        public int Count;
    }
}
