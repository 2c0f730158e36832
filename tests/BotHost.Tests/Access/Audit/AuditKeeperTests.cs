using BotHost.Access;
using BotHost.Storage;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Access;

/// <summary>What a host left open when it ended is closed as unknown, and nothing that another still sees to.</summary>
public sealed class AuditKeeperTests
{
    private const string Done = "Agent triage posted a message to Incidents as BotHost: allowed by grant incident-posting";
    private const string Unknown = "Agent triage tried to post a message to Incidents as BotHost: allowed by grant incident-posting; nobody knows whether it happened";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_process_on_a_file_closes_what_the_last_one_left()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        await WithAsync(store, bench => bench.DecideAsync());

        await WithAsync(store, async bench =>
        {
            await bench.DecideAsync();

            (await bench.CloseAsync()).ShouldBe(1);
            (await bench.CloseAsync()).ShouldBe(0);

            bench.Sentences()[0].ShouldBe(Unknown);
            bench.Sentences()[1].ShouldContain("is about to", Case.Sensitive, "it is this process's own");
            bench.Verify().Troubles.ShouldBe(0);
        });
    }

    [Fact]
    public async Task Of_a_shared_store_only_what_gives_no_sign_of_life_is_closed()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await WithAsync(store, one => WithAsync(store, async other =>
        {
            var (gone, alive) = (await one.DecideAsync(), await one.DecideAsync());
            await other.WriteAsync("UPDATE audit_open SET seen_at = seen_at - 61000");
            await one.Audit.EndedAsync(alive, AuditedOutcome.Done());
            var fresh = await one.DecideAsync();

            (await other.CloseAsync()).ShouldBe(1);

            other.Sentences().Count(sentence => sentence == Unknown).ShouldBe(1);
            (gone, fresh).ShouldBe((1, 4));
        }));
    }

    [Fact]
    public async Task A_host_that_gives_signs_of_life_keeps_its_calls_however_long_they_take()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await WithAsync(store, one => WithAsync(store, async other =>
        {
            await one.DecideAsync();
            await one.WriteAsync("UPDATE audit_open SET seen_at = seen_at - 61000");

            await one.BeatAsync();

            (await other.CloseAsync()).ShouldBe(0);
        }));
    }

    [Fact]
    public async Task A_host_that_was_only_slow_says_later_what_came_of_it_and_that_counts()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await WithAsync(store, slow => WithAsync(store, async other =>
        {
            var number = await slow.DecideAsync();
            await other.WriteAsync("UPDATE audit_open SET seen_at = seen_at - 61000");
            await other.CloseAsync();
            other.Sentences().ShouldBe([Unknown]);

            await slow.Audit.EndedAsync(number, AuditedOutcome.Done());

            other.Sentences().ShouldBe([Done]);
            other.Verify().Troubles.ShouldBe(0);
        }));
    }

    [Fact]
    public async Task Two_hosts_that_append_at_once_make_one_chain()
    {
        const int Each = 150;
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await WithAsync(store, one => WithAsync(store, async other =>
        {
            await Task.WhenAll(new[] { one, other }.SelectMany(bench => Enumerable.Range(0, Each).Select(_ => Task.Run(() => bench.MakeAsync()))));

            var found = one.Verify();
            (found.Rows, found.LastNumber, found.Troubles).ShouldBe((4 * Each, 4 * Each, 0));
        }));
    }

    private static async Task WithAsync(TestStore store, Func<AuditBench, Task> work)
    {
        var engine = store.Engine();
        using var database = new Database(engine, TimeProvider.System);
        await work(new AuditBench(engine, database));
    }
}
