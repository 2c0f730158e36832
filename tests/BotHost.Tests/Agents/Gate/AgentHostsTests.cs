using BotHost.Access;
using BotHost.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotHost.Tests.Agents.Gate;

/// <summary>Several hosts on one PostgreSQL: what one changes counts on the others for the very next call.</summary>
public sealed class AgentHostsTests
{
    private static readonly AgentCall Call = new("webex-create-message", AgentResource.Messages, AgentLevel.Use) { Room = new RoomId(World.Ops) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_one_host_changes_counts_on_the_other_at_once()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var here = new GateBench(store);
        using var there = new GateBench(store, here.Clock);
        there.Directory.List().ShouldBeEmpty();

        await here.AddAsync();
        var agent = there.Directory.Find("triage").ShouldNotBeNull();
        (await there.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Denied);
        for (var i = 0; i < 20; i++)
        {
            await here.GrantAsync("all", """{"Resources":"messages","Level":"use"}""");
            (await there.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);
            await here.WriteAsync(session => AgentLedger.Revoke(session, "triage", "all"));
            (await there.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Denied);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task The_switch_is_thrown_on_every_host_also_while_agents_call()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var here = new GateBench(store);
        using var there = new GateBench(store, here.Clock);
        var agent = await here.AddAsync();
        await here.GrantAsync("all", """{"Resources":"messages","Level":"use"}""");
        var stopped = false;
        var late = 0;

        var calls = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var refused = 0; refused < 50;)
            {
                var wasStopped = Volatile.Read(ref stopped);
                var decision = await there.DecideAsync(agent, Call);
                if (decision.Verdict == AgentVerdict.Denied)
                    refused++;
                else if (wasStopped)
                    Interlocked.Increment(ref late);
            }
        }, Cancelled)).ToList();
        await here.WriteAsync(session => AgentLedger.StopAll(session, 1));
        Volatile.Write(ref stopped, true);
        await Task.WhenAll(calls);

        late.ShouldBe(0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_is_connected_elsewhere_is_told_within_a_second()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var here = new GateBench(store);
        using var there = new GateBench(store);
        there.Directory.List().ShouldBeEmpty();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        there.Gate.Changed += () => told.TrySetResult();
        using var watch = new AgentWatch(there.Directory, there.Engine, there.Settings, there.Clock, NullLogger<AgentWatch>.Instance);
        await watch.StartAsync(Cancelled);
        await there.Clock.UntilPendingAsync(1, TimeSpan.FromSeconds(1));

        await here.AddAsync();
        there.Clock.Advance(TimeSpan.FromSeconds(1));

        await told.Task.WaitAsync(Cancelled);
        there.Gate.Lists(there.Directory.Last().Find("triage")!, Call.Tool, Call.Resource, AgentLevel.Use).ShouldBeFalse();
        await watch.StopAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_day_is_counted_on_all_hosts_together()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var here = new GateBench(store);
        using var there = new GateBench(store, here.Clock);
        var agent = await here.AddAsync(perDay: 30);
        await here.GrantAsync("some", """{"Resources":"messages","Level":"use","PerDay":20}""");

        var decisions = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 2 == 0 ? here : there).DecideAsync(agent, Call).AsTask(), Cancelled)));

        decisions.Count(decision => decision.Verdict == AgentVerdict.Allowed).ShouldBe(20);
    }

    [Fact(Timeout = 60_000)]
    public async Task While_the_store_cannot_be_read_agents_are_refused()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var here = new GateBench(store);
        var agent = await here.AddAsync();
        await here.GrantAsync("all", """{"Resources":"messages","Level":"use"}""");
        (await here.DecideAsync(agent, Call)).Verdict.ShouldBe(AgentVerdict.Allowed);

        await here.Database.WriteAsync(session => session.Execute("ALTER TABLE kept RENAME TO gone"), cancellationToken: Cancelled);

        var decision = await here.DecideAsync(agent, Call);
        decision.Verdict.ShouldBe(AgentVerdict.Denied);
        decision.Reason.ShouldBe("denied: the store cannot be used, so nobody can tell what is allowed");
    }
}
