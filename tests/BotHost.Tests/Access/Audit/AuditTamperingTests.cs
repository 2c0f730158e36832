using BotHost.Access;
using BotHost.Storage;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Access;

/// <summary>What is changed, removed or added by anything but a host is found: every cell of every row is tried, one at a time.</summary>
public abstract class AuditTamperingTests(string provider) : StoreTest(provider)
{
    private const string Key = "a-key-that-is-long-enough", Alice = "person-alice-0123456789";

    private static readonly string[] Tables = ["audit", "audit_details", "audit_anchors", "audit_chain"];

    private AuditBench Bench => field ??= new AuditBench(Engine, Database, Key, keepsTexts: true);

    [Fact]
    public async Task Every_single_cell_that_is_changed_is_found()
    {
        await LiveAsync();
        var missed = new List<string>();
        foreach (var table in Tables)
        {
            foreach (var (id, cells) in Rows(table))
            {
                foreach (var (column, value) in cells)
                {
                    var forged = value switch { long number => number + 1, string { Length: > 0 } text => text[..^1] + (text[^1] == 'x' ? 'y' : 'x'), _ => (object)"1" };
                    if (Try($"UPDATE {table} SET {column} = @forged WHERE {id}", Fitting(table, column, forged)) == 0)
                        missed.Add($"{table} {id}: {column}");
                }
            }
        }

        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_single_row_that_is_removed_or_emptied_is_found()
    {
        await LiveAsync();
        var missed = Tables.Append("audit_open")
            .SelectMany(table => Rows(table).Select(row => (Table: table, row.Id)))
            .Where(row => Try($"DELETE FROM {row.Table} WHERE {row.Id}") == 0);

        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_is_added_is_found_wherever_it_stands()
    {
        await LiveAsync();
        var last = Bench.Verify().LastNumber;

        // Behind the end; before the beginning; in the middle, where one was taken out; details of nothing; a call that never was.
        Try($"INSERT INTO audit (number, segment, at, kind, hash) VALUES ({last + 1}, 3, 1, 'Outcome', 'h')").ShouldBePositive();
        Try("INSERT INTO audit (number, segment, at, kind, hash) VALUES (1, 1, 1, 'Outcome', 'h')").ShouldBePositive();
        Try($"UPDATE audit SET number = {last + 1} WHERE number = {last}").ShouldBePositive();
        Try($"INSERT INTO audit_details (number, salt) VALUES ({last + 5}, 's')").ShouldBePositive();
        Try($"INSERT INTO audit_open (number, host, seen_at) VALUES ({last - 1}, 'h', 1)").ShouldBePositive();
        Try("INSERT INTO audit_anchors (segment, first, last, began_at, ended_at, last_hash, rows_key_id, key_id, hash) VALUES (9, 1, 2, 1, 1, 'h', '', '', 'h')").ShouldBePositive();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(Key, true)]
    public async Task A_chain_cut_off_with_a_forged_end_is_found_by_the_key_and_by_what_was_noted(string? key, bool isFound)
    {
        var bench = new AuditBench(Engine, Database, key);
        for (var i = 0; i < 4; i++)
            await bench.MakeAsync();
        var noted = bench.Verify();

        // Whoever does this knows how hashes are made, and not the key.
        var hash = Database.Read(c => c.QuerySingle<string>("SELECT hash FROM audit WHERE number = 6"));
        var forged = Database.Read(c => c.QuerySingle<AuditHead>($"SELECT {AuditHead.Columns} FROM audit_chain")) with { Number = 6, Hash = hash };
        forged = forged.Sealed(AuditHash.Plain);
        await bench.WriteAsync("DELETE FROM audit WHERE number > 6");
        await bench.WriteAsync("DELETE FROM audit_details WHERE number > 6");
        await bench.WriteAsync($"UPDATE audit_chain SET number = 6, hash = '{hash}', seal = '{forged.Seal}'");

        (bench.Verify().Troubles > 0).ShouldBe(isFound);
        bench.Verify((noted.LastNumber, noted.LastHash)).Troubles.ShouldBePositive();
        if (isFound)
            await Should.ThrowAsync<StoreException>(() => bench.DecideAsync(), "nothing covers it up by going on from there");
    }

    [Fact]
    public async Task A_chain_made_anew_without_the_key_is_found()
    {
        await Bench.MakeAsync();
        await Bench.WriteAsync("DELETE FROM audit");
        await Bench.WriteAsync("DELETE FROM audit_details");
        await Bench.WriteAsync("DELETE FROM audit_chain");
        await new AuditBench(Engine, Database, "another-key-long-enough").MakeAsync();

        Bench.Verify().Told.ShouldContain(trouble => trouble.Contains("Agents:AuditKey"));
        await Should.ThrowAsync<StoreException>(() => Bench.DecideAsync());
    }

    [Fact]
    public async Task A_host_without_the_key_does_not_write_on()
    {
        await Bench.MakeAsync();

        (await Should.ThrowAsync<StoreException>(() => new AuditBench(Engine, Database).DecideAsync())).Message.ShouldContain("Agents:AuditKey");
        Bench.Verify().Troubles.ShouldBe(0);
    }

    [Fact]
    public async Task Another_key_begins_another_segment_and_both_are_checked()
    {
        await new AuditBench(Engine, Database).MakeAsync();
        await Bench.MakeAsync();
        var next = new AuditBench(Engine, Database, "another-key-long-enough;" + Key);
        await next.MakeAsync();

        var found = next.Verify();
        (found.Segments, found.UnkeyedSegments, found.Troubles).ShouldBe((3, 1, 0));
        Bench.Verify().Troubles.ShouldBePositive();
    }

    /// <summary>Three days, of which the first is dropped; denials, an erasure, texts, and a call under way.</summary>
    private async Task LiveAsync()
    {
        await Bench.MakeAsync();
        Bench.Clock.Advance(Bench.Options.Value.KeepAudit);
        await Bench.MakeAsync(AuditBench.Call(person: new PersonId(Alice), text: "hello"));
        await Bench.MakeAsync(AuditBench.Call(text: "hello all"), AuditedOutcome.Refused(403));
        await Database.WriteAsync(session => Bench.Retention.Erase(session, new PersonId(Alice)), cancellationToken: Cancelled);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        (await Bench.Retention.TidyAsync(Cancelled)).ShouldBe(2);
        await Bench.DecideAsync(AuditBench.Call(AuditBench.Denied));
        await Bench.DecideAsync();

        var found = Bench.Verify();
        (found.Troubles, found.Segments, found.DroppedRows, found.Erased).ShouldBe((0, 3, 2, 1));
    }

    /// <summary>Does harm, looks, and undoes it.</summary>
    private int Try(string harm, object? forged = null)
    {
        using var connection = Engine.Open();
        connection.Execute("BEGIN TRANSACTION");
        connection.Execute(harm, new { forged }).ShouldBePositive(harm);
        var found = new AuditVerifier(connection, Bench.Keys).Verify();
        connection.Execute("ROLLBACK TRANSACTION");
        return found.Troubles;
    }

    private IReadOnlyList<(string Id, IDictionary<string, object?> Cells)> Rows(string table) => Database.Read(connection => connection.Query($"SELECT * FROM {table}").AsList())
        .Select(row => (IDictionary<string, object?>)row)
        .Select(cells => (table switch { "audit_anchors" => $"segment = {cells["segment"]}", "audit_chain" => "id = 1", _ => $"number = {cells["number"]}" }, cells)).ToList();

    /// <summary>A number where the column takes one; one that no other row has, where it takes each once.</summary>
    private static object Fitting(string table, string column, object forged) => (table, column) switch
    {
        ("audit" or "audit_details", "number") or ("audit_anchors", "segment") => 77L,
        ("audit", "about" or "status") => forged is long ? forged : 1L,
        _ => forged,
    };
}

public sealed class AuditTamperingOnSqliteTests() : AuditTamperingTests(TestStore.Sqlite);

public sealed class AuditTamperingOnPostgreSqlTests() : AuditTamperingTests(TestStore.PostgreSql);
