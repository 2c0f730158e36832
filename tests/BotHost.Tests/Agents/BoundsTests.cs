using BotHost.Access;
using BotHost.Testing;
using BotHost.Tests.Access;
using BotHost.Tests.Storage;
using BotHost.Tests.Webex;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;

namespace BotHost.Tests.Agents;

/// <summary>What one agent can take up: with what it is refused, and with what it has under way.</summary>
public sealed class BoundsTests
{
    private const string Nowhere = "Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Who_is_refused_too_often_is_turned_away_unlooked_at_and_that_is_one_row()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:RefusalsPerMinute", "5")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync("triage", "messages", "read", ("spaces", bench.Room)));
        await bench.OperateAsync("agent grant", ("agent", "triage"), ("name", "looking"), ("resources", "people"), ("level", "read"));
        var other = await bench.ConnectAsync(await bench.AddAgentAsync("other", "people", "read"));
        // Each kind of refusal once.
        (await client.CallAsync("webex-delete-message", new { messageId = Nowhere })).Problem().ShouldStartWith("Not allowed");
        (await client.CallAsync("webex-get-message", new { messageId = Nowhere })).Problem().ShouldStartWith("Not allowed");
        (await client.CallAsync("webex-get-message", new { room = "x" })).Problem().ShouldContain("no argument 'room'");
        (await Should.ThrowAsync<McpException>(() => client.CallAsync("webex-do-all"))).Message.ShouldContain("no tool");
        (await Should.ThrowAsync<McpException>(() => client.ReadResourceAsync("webex://all", cancellationToken: Cancelled).AsTask())).Message.ShouldContain("no resource");
        var rows = bench.Decisions().Count;

        for (var again = 0; again < 3; again++)
            (await client.CallAsync("webex-get-me")).Problem().ShouldMatch(@"^Not allowed: denied: triage was refused 5 times within a minute, .* Try again in \d+ seconds, and only what you were not refused\.$");
        (await other.CallAsync("webex-get-me")).Data();

        (rows, bench.Decisions().Count).ShouldBe((2, 3), "the other's call alone");
        await bench.Bot.RestartAsync(Cancelled);
        bench.Decisions().Select(AuditSentence.Of).ShouldContain("Agent triage was turned away 3 times, unlooked at: it was refused 5 times within a minute");
    }

    [Fact(Timeout = 120_000)]
    public async Task After_a_minute_it_is_looked_at_again()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        var engine = store.Engine();
        using var database = new BotHost.Storage.Database(engine, TimeProvider.System);
        var clock = new FakeClock();
        var audit = new AuditBench(engine, database, clock: clock);
        using var refusals = new AgentRefusals(audit.Audit, clock, NullLogger<AgentRefusals>.Instance);
        var agent = new AgentProfile("triage", WebexIdentity.Bot) { RefusalsPerMinute = 2 };

        (refusals.Add(agent), refusals.Add(agent), refusals.Add(agent)).ShouldBe((true, true, false), "what came at the same moment is not written down by itself either");
        refusals.TurnAway(agent)!.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        refusals.TurnAway(agent with { RefusalsPerMinute = 0 }).ShouldBeNull();
        clock.Advance(TimeSpan.FromMinutes(1));
        refusals.TurnAway(agent).ShouldBeNull();
        await refusals.WriteAsync(Cancelled);
        await refusals.WriteAsync(Cancelled);

        audit.Sentences().ShouldBe(["Agent triage was turned away 2 times, unlooked at: it was refused 2 times within a minute"]);
        audit.Verify().Troubles.ShouldBe(0);
    }

    [Fact(Timeout = 120_000)]
    public async Task Only_so_many_calls_wait_at_once_and_the_next_asks_nobody()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:WaitsAtOnce", "1"), ("Agents:CallsAtOnce", "2"), ("Agents:WaitForPeople", "00:01:00")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync("triage", "messages;people", "use"));
        await bench.OperateAsync("agent grant", ("agent", "triage"), ("name", "running"), ("resources", "commands"), ("level", "use"), ("commands", "ping"));
        var call = client.CallAsync("ask-person", new { question = "Which?", choices = new[] { "This", "That" }, roomId = bench.Room });
        var card = await CardAsync(bench);

        foreach (var (tool, arguments) in new (string, object)[]
                 {
                     ("ask-person", new { question = "What?", roomId = bench.Room }), ("request-approval", new { question = "May I?", roomId = bench.Room }),
                     ("wait-for-reply", new { roomId = bench.Room, afterMessageId = card.Id }), ("run-command", new { command = "ping" }),
                 })
            (await client.CallAsync(tool, arguments)).Problem().ShouldStartWith("1 calls of yours wait already, and no more may at once; this one did nothing. Let one of them end, then repeat this call.");
        (await client.CallAsync("webex-get-me")).Data();

        await bench.Alice.PressAsync(card, "That", cancellationToken: Cancelled);
        (await call).Data().GetProperty("answer").GetString().ShouldBe("That");
        (await client.CallAsync("run-command", new { command = "ping" })).Data().GetProperty("answer").GetString().ShouldBe("pong");
        (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).Count(message => message.Card is not null).ShouldBe(1);
    }

    [Fact(Timeout = 120_000)]
    public async Task Only_so_many_calls_are_under_way_at_once()
    {
        await using var bench = await AgentBench.StartAsync([("Agents:CallsAtOnce", "1"), ("Agents:WaitForPeople", "00:01:00")]);
        var client = await bench.ConnectAsync(await bench.AddAgentAsync());
        var call = client.CallAsync("ask-person", new { question = "Which?", choices = new[] { "This", "That" }, roomId = bench.Room });
        var card = await CardAsync(bench);

        (await client.CallAsync("webex-get-me")).Problem().ShouldBe("1 of your calls are under way, and no more may be at once. Wait until one of them is answered, then call again.");

        await bench.Alice.PressAsync(card, "That", cancellationToken: Cancelled);
        (await call).Data();
        (await client.CallAsync("webex-get-me")).Data();
    }

    private static async Task<TestMessage> CardAsync(AgentBench bench)
    {
        IReadOnlyList<TestMessage> cards = [];
        await Sharing.Crowd.UntilAsync(async () => (cards = [.. (await bench.Alice.MessagesAsync(bench.Room, Cancelled)).Where(message => message.Card is not null)]).Count > 0);
        return cards[0];
    }
}
