using System.Text;
using BotHost.Access;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Access;

/// <summary>What goes out of the audit in time, or because somebody is erased, and what then still holds.</summary>
public abstract class AuditRetentionTests(string provider) : StoreTest(provider)
{
    private AuditBench Bench => field ??= new AuditBench(Engine, Database);

    [Fact]
    public async Task Whole_days_go_when_they_have_been_kept_long_enough_and_the_chain_holds()
    {
        await Bench.MakeAsync();
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        await Bench.MakeAsync();
        Bench.Clock.Advance(Bench.Options.Value.KeepAudit - TimeSpan.FromDays(1));
        (await Bench.Retention.TidyAsync(Cancelled)).ShouldBe(0, "the first day's last row is just as old as may be");
        Bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Bench.Retention.TidyAsync(Cancelled)).ShouldBe(2);

        Database.Read(c => c.Query<string>("SELECT kind FROM audit ORDER BY number")).ShouldBe(["Decision", "Outcome", "Dropped"]);
        Database.Read(c => c.Query<long>("SELECT number FROM audit_details ORDER BY number")).ShouldBe([3, 4]);
        var found = Bench.Verify();
        (found.Rows, found.DroppedRows, found.Segments, found.Troubles).ShouldBe((3, 2, 3, 0));
    }

    [Fact]
    public async Task The_last_day_goes_too_where_nothing_follows_it()
    {
        await Bench.MakeAsync();
        Bench.Clock.Advance(Bench.Options.Value.KeepAudit + TimeSpan.FromDays(1));

        (await Bench.Retention.TidyAsync(Cancelled)).ShouldBe(2);
        (await Bench.Retention.TidyAsync(Cancelled)).ShouldBe(0);
        Bench.Verify().Troubles.ShouldBe(0);
    }

    [Fact]
    public async Task A_store_without_an_audit_stays_without() =>
        (await Bench.Retention.TidyAsync(Cancelled), Bench.Verify().Troubles).ShouldBe((0, 0));

    [Fact]
    public async Task A_full_segment_is_followed_by_another()
    {
        await Task.WhenAll(Enumerable.Range(0, AuditChain.LargestSegment + 1).Select(_ => Bench.DecideAsync(AuditBench.Call(AuditBench.Denied))));

        var found = Bench.Verify();
        (found.Rows, found.Segments, found.Troubles).ShouldBe((AuditChain.LargestSegment + 1, 2, 0));
    }

    [Fact]
    public async Task Who_is_erased_stands_nowhere_and_the_chain_holds()
    {
        const string Uuid = "6f2b1c1e-9f5c-4e43-9f6c-0d4f3f1f2a11", Room = "0d4f3f1f-9f5c-4e43-9f6c-6f2b1c1e2a22";
        var (alice, bob) = (new PersonId(WebexId($"PEOPLE/{Uuid}")), new PersonId("person-bob-0123456789"));
        await Bench.MakeAsync(AuditBench.Call(person: alice) with { PersonName = "Alice", Title = "Alice" });
        await Bench.MakeAsync(AuditBench.Call(person: bob) with { Approver = alice });
        await Bench.MakeAsync(AuditBench.Call() with { As = WebexIdentity.Person(alice), IdentityName = "Alice" });
        await Bench.MakeAsync(AuditBench.Call(tool: "webex-add-membership"), AuditedOutcome.Done(WebexId($"MEMBERSHIP/{Uuid}:{Room}")));
        await Bench.MakeAsync(AuditBench.Call(person: bob) with { PersonName = "Bob" });

        var erased = await Database.WriteAsync(session => Bench.Retention.Erase(session, alice), cancellationToken: Cancelled);

        erased.ShouldBe(4);
        var left = Database.Read(c => c.Query<string>("""
            SELECT COALESCE(identity, '') || ' ' || COALESCE(identity_name, '') || ' ' || COALESCE(title, '') || ' ' || COALESCE(person_id, '') || ' ' || COALESCE(person_name, '')
                   || ' ' || COALESCE(approver_id, '') || ' ' || COALESCE(subject, '')
            FROM audit_details
            """)).ToList();
        left.ShouldNotContain(cell => cell.Contains("Alice") || cell.Contains(alice.Value));
        left.ShouldContain(cell => cell.Contains("Bob"));
        var found = Bench.Verify();
        (found.Erased, found.Troubles).ShouldBe((4, 0));
        Bench.Sentences()[2].ShouldBe("Agent triage posted a message to a space: room-incidents as somebody who was erased: allowed by grant incident-posting");
        (await Database.WriteAsync(session => Bench.Retention.Erase(session, alice), cancellationToken: Cancelled)).ShouldBe(0);
    }

    private static string WebexId(string what) => Convert.ToBase64String(Encoding.UTF8.GetBytes("ciscospark://us/" + what)).TrimEnd('=');
}

public sealed class AuditRetentionOnSqliteTests() : AuditRetentionTests(TestStore.Sqlite);

public sealed class AuditRetentionOnPostgreSqlTests() : AuditRetentionTests(TestStore.PostgreSql);
