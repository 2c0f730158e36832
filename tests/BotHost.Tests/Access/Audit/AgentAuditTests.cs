using BotHost.Storage;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Access;

/// <summary>What is written down of a call, before it and after.</summary>
public abstract class AgentAuditTests(string provider) : StoreTest(provider)
{
    private AuditBench Bench => field ??= new AuditBench(Engine, Database);

    [Fact]
    public async Task A_call_is_one_row_before_and_one_after_and_reads_as_a_sentence()
    {
        var number = await Bench.MakeAsync();

        number.ShouldBe(1);
        Bench.Sentences().ShouldBe(["Agent triage posted a message to Incidents as BotHost: allowed by grant incident-posting"]);
        Database.Read(c => c.Query<string>("SELECT kind FROM audit ORDER BY number")).ShouldBe(["Decision", "Outcome"]);
        Database.Read(c => c.Query<long>("SELECT number FROM audit_open")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_is_one_row_and_not_open()
    {
        await Bench.DecideAsync(AuditBench.Call(AuditBench.Denied, "webex-delete-message"));

        Bench.Sentences().ShouldBe(["Agent triage was refused to delete a message in Incidents: no grant covers it"]);
        Database.Read(c => c.Query<long>("SELECT number FROM audit_open")).ShouldBeEmpty();
        Bench.Verify().Troubles.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_to_happen_with_the_intent_is_in_its_transaction()
    {
        var number = await Bench.DecideAsync(also: (session, decision) => Kept.Write(session, "intent", $"{decision}"));

        Database.Read(c => c.QuerySingle<string>("SELECT value FROM kept WHERE name = 'intent'")).ShouldBe($"{number}");
        await Should.ThrowAsync<InvalidOperationException>(() => Bench.DecideAsync(also: (_, _) => throw new InvalidOperationException("no")));
        Database.Read(c => c.QuerySingle<long>("SELECT count(*) FROM audit")).ShouldBe(1, "nothing is decided where the intent could not be written");
        (await Bench.DecideAsync()).ShouldBe(number + 1, "and its number is not lost");
    }

    [Fact]
    public async Task Calls_that_come_together_are_a_chain_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Bench.MakeAsync()));

        var found = Bench.Verify();
        (found.Rows, found.LastNumber, found.Troubles).ShouldBe((400, 400, 0));
    }

    [Fact]
    public async Task Text_is_kept_only_where_that_was_asked_for_and_can_be_of_any_kind()
    {
        await Bench.MakeAsync(AuditBench.Call(text: "secret plans"));
        var other = new AuditBench(Engine, Database, keepsTexts: true);
        await other.MakeAsync(AuditBench.Call(text: "half a pair \ud800 and nothing \0"));

        Database.Read(c => c.Query<string?>("SELECT said FROM audit_details WHERE number IN (1, 3) ORDER BY number")).ShouldBe([null, "half a pair \ufffd and nothing \ufffd"]);
        other.Verify().Troubles.ShouldBe(0);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_is_decided_leaves_nothing()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Bench.Audit.DecidedAsync(AuditBench.Call(), null, over.Token));

        Database.Read(c => c.QuerySingle<long>("SELECT count(*) FROM audit")).ShouldBe(0);
    }
}

public sealed class AgentAuditOnSqliteTests() : AgentAuditTests(TestStore.Sqlite);

public sealed class AgentAuditOnPostgreSqlTests() : AgentAuditTests(TestStore.PostgreSql);
