using BotHost.Access;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Agents.Gate;

/// <summary>How often an agent may call, as the store counts it, on either engine.</summary>
public abstract class AgentBudgetTests(string provider) : GateTest(provider)
{
    private static readonly AgentCall Call = new("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Room = new RoomId(World.Ops) };

    [Fact]
    public async Task Days_are_counted_past_restarts_and_end_at_midnight()
    {
        var agent = await Bench.AddAsync(perDay: 5);
        await Bench.GrantAsync("some", """{"Resources":"messages","Level":"use","PerDay":3}""");

        foreach (var _ in Enumerable.Range(0, 2))
            (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        Restart();
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        var spent = await Bench.DecideAsync(agent, Call);
        spent.Reason.ShouldBe("denied: grant some may be used 3 times a day, and has been");
        spent.RetryAfter.ShouldBe(TimeSpan.FromHours(12));

        await Bench.GrantAsync("more", """{"Resources":"messages","Level":"use"}""");
        (await Bench.DecideAsync(agent, Call)).Reason.ShouldBe("allowed by grant more");
        (await Bench.DecideAsync(agent, Call)).Reason.ShouldBe("allowed by grant more");
        (await Bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied: triage may call 5 times a day, and has been");

        Bench.Clock.Advance(TimeSpan.FromHours(12));
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        Bench.Clock.Advance(TimeSpan.FromDays(9));
        (await Bench.Budgets.TidyAsync(TimeSpan.FromDays(30), Cancelled)).ShouldBe(3);
    }

    [Fact]
    public async Task Minutes_are_counted_of_the_agent_and_of_the_grant_and_what_is_seen_is_not()
    {
        var agent = await Bench.AddAsync(perMinute: 3);
        await Bench.GrantAsync("some", """{"Resources":"messages","Level":"use","PerMinute":2}""");

        foreach (var _ in Enumerable.Range(0, 10))
            (await Bench.Gate.SeesAsync(agent, Call, new World(), Cancelled)).ShouldBeTrue();
        (await Bench.DecideAsync(agent, Call with { Resource = AgentResource.Host })).Verdict.ShouldBe(AgentVerdict.Denied, "and what is denied is not counted");
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
        (await Bench.DecideAsync(agent, Call)).Reason.ShouldBe("denied: grant some may be used 2 times a minute");
        var refusal = await Bench.DecideAsync(agent, Call);
        refusal.Reason.ShouldBe("denied: triage may call 3 times a minute");
        refusal.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));

        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Bench.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
    }

    [Fact]
    public async Task Of_many_calls_at_once_as_many_are_let_through_as_there_may_be()
    {
        var agent = await Bench.AddAsync(perDay: 20);
        await Bench.GrantAsync("some", """{"Resources":"messages","Level":"use","PerDay":7}""");

        var decisions = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Bench.DecideAsync(agent, Call).AsTask())));

        decisions.Count(decision => decision.Verdict == AgentVerdict.Allowed).ShouldBe(7);
        Bench.Database.Read(c => c.QuerySingle<long>("SELECT calls FROM agent_days WHERE grant_name = ''")).ShouldBe(7, "what a grant refused is not the agent's");
    }
}

public sealed class AgentBudgetOnSqliteTests() : AgentBudgetTests(TestStore.Sqlite);

public sealed class AgentBudgetOnPostgreSqlTests() : AgentBudgetTests(TestStore.PostgreSql);
