using BotHost.Storage;
using BotHost.Tests.Hosting;
using BotHost.Tests.Sharing;
using BotHost.Tests.Webex;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotHost.Tests.Storage;

/// <summary>Of the hosts on one store, one leads; when it goes, another does.</summary>
public sealed class LeaderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_with_a_store_of_its_own_leads()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var engine = store.Engine();
        using var leader = new Leader(engine, new FakeClock(), NullLogger<Leader>.Instance);

        leader.IsLeader.ShouldBeTrue();
        leader.WhenLeaderAsync(Cancelled).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task One_leads_until_it_stops_and_then_another()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var first = await StartAsync(store);
        await first.WhenLeaderAsync(Cancelled);
        using var second = await StartAsync(store);
        var next = second.WhenLeaderAsync(Cancelled);
        next.IsCompleted.ShouldBeFalse();

        await first.StopAsync(Cancelled);

        first.IsLeader.ShouldBeFalse();
        await next;
        second.IsLeader.ShouldBeTrue();
        await second.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Of_many_exactly_one_leads()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync(store)));

        await Task.WhenAny(hosts.Select(host => host.WhenLeaderAsync(Cancelled)));
        hosts.Count(host => host.IsLeader).ShouldBe(1);

        foreach (var host in hosts)
        {
            await host.StopAsync(Cancelled);
            host.Dispose();
        }
    }

    [Fact]
    public async Task Bots_in_schemas_of_their_own_lead_beside_each_other()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using (var database = store.Open())
            await database.WriteAsync(s => s.Execute("CREATE SCHEMA other"), cancellationToken: Cancelled);
        using var first = await StartAsync(store);
        using var second = await StartAsync(store, ";Search Path=other");

        await first.WhenLeaderAsync(Cancelled);
        await second.WhenLeaderAsync(Cancelled);

        await first.StopAsync(Cancelled);
        await second.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Whoever_loses_the_connection_leads_no_more_and_campaigns_again()
    {
        await using var server = await Needs.StartPostgreSqlAsync(Cancelled);
        using var store = new TestStore(TestStore.PostgreSql, await server.NewDatabaseAsync(Cancelled), folder: null);
        using var host = await StartAsync(store);
        await host.WhenLeaderAsync(Cancelled);

        await server.CrashAsync(Cancelled);
        await NoLongerAsync(host);
        await server.StartAgainAsync(Cancelled);

        await host.WhenLeaderAsync(Cancelled);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Others_work_once_the_host_that_leads_lets_them_and_no_longer_than_it_leads()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var first = await StartAsync(store);
        await first.WhenLeaderAsync(Cancelled);
        using var second = await StartAsync(store);
        second.LetOthersWork();
        (await second.MayOthersWorkAsync(Cancelled)).ShouldBeFalse("whoever does not lead has no say");

        first.LetOthersWork();
        await Crowd.UntilAsync(() => second.MayOthersWorkAsync(Cancelled));

        await first.StopAsync(Cancelled);
        await second.WhenLeaderAsync(Cancelled);
        (await first.MayOthersWorkAsync(Cancelled)).ShouldBeFalse("the next has not said so yet");
        await second.StopAsync(Cancelled);
    }

    private static async Task NoLongerAsync(Leader host)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (host.IsLeader)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }

    private static async Task<Leader> StartAsync(TestStore store, string more = "")
    {
        var leader = new Leader(new PostgreSqlEngine(store.ConnectionString + more), TimeProvider.System, NullLogger<Leader>.Instance);
        await leader.StartAsync(Cancelled);
        return leader;
    }
}
