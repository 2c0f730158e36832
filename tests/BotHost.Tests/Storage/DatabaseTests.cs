using BotHost.Storage;
using Dapper;

namespace BotHost.Tests.Storage;

/// <summary>One writer, whose groups harm nobody; what is said to be written is.</summary>
public abstract class DatabaseTests(string provider) : StoreTest(provider)
{
    [Fact]
    public async Task A_write_that_fails_does_not_fail_its_neighbours()
    {
        var committed = new List<int>();
        var writes = await InOneGroupAsync(20, i => Database.WriteAsync(
            session => session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES (@room, @person)", ("@room", $"{i}"), ("@person", i % 5 == 0 ? null : "p")),
            committed: _ => committed.Add(i), cancellationToken: Cancelled));

        foreach (var (write, i) in writes.Select((write, i) => (write, i)))
            (await Record.ExceptionAsync(() => write) is not null).ShouldBe(i % 5 == 0, $"write {i}");

        var good = Enumerable.Range(0, 20).Where(i => i % 5 != 0).ToList();
        committed.ShouldBe(good);
        Rooms().Select(int.Parse).ShouldBe(good, ignoreOrder: true);
        Database.IsFailing.ShouldBeFalse("what is wrong with a write is not wrong with the store");
    }

    [Fact]
    public async Task A_write_that_goes_on_after_its_statement_failed_fails_alone()
    {
        var writes = await InOneGroupAsync(3, i => Database.WriteAsync(session =>
        {
            session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES (@room, 'p')", ("@room", $"{i}"));
            // Looks away. PostgreSQL would roll the whole group back at its commit, and say nothing.
            if (i == 1)
                Record.Exception(() => session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ('0', 'p')"));
            return 0;
        }, cancellationToken: Cancelled));

        await writes[0];
        await Should.ThrowAsync<InvalidOperationException>(writes[1]);
        await writes[2];
        Rooms().ShouldBe(["0", "2"]);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        await Should.ThrowAsync<InvalidOperationException>(Database.WriteAsync<int>(session =>
        {
            session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ('r', 'p')");
            throw new InvalidOperationException();
        }, cancellationToken: Cancelled));

        Rooms().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_written_is_there_for_the_next_process()
    {
        await Database.WriteAsync(s => s.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ('r', 'p')"), cancellationToken: Cancelled);
        Database.Dispose();

        using var next = Store.Open();

        next.Read(c => c.QuerySingle<string>("SELECT person_id FROM space_creators")).ShouldBe("p");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Größe 🦄 '; DROP TABLE cards; --", 255)]
    public async Task Every_kind_of_value_comes_back_as_it_went(string text, byte last)
    {
        var bytes = new byte[] { 0, 1, last };
        await Database.WriteAsync(session =>
        {
            session.Execute("INSERT INTO events (key, lane, resource, event, body, status, reason, received_at, due_at, finished_at, is_alone) "
                + "VALUES (@text, @text, @text, @text, @bytes, @status, @reason, @now, @now, @finished, @alone)",
                ("@text", text), ("@bytes", bytes), ("@status", 1), ("@reason", null), ("@finished", null), ("@now", long.MaxValue), ("@alone", true));
            return 0;
        }, cancellationToken: Cancelled);

        var rows = await Database.WriteAsync(session => session.Rows<Row>("SELECT lane, body, status, reason, due_at, is_alone FROM events WHERE is_alone = @yes", ("@yes", true)),
            cancellationToken: Cancelled);

        var row = rows.ShouldHaveSingleItem();
        (row.Lane, row.Status, row.Reason, row.Due_at, row.Is_alone).ShouldBe((text, 1L, null, long.MaxValue, 1L));
        row.Body.ShouldBe(bytes);
        var scalar = await Database.WriteAsync(session => (session.Scalar("SELECT finished_at FROM events"), session.Scalar("SELECT 1 FROM events WHERE is_alone = 0"),
            session.Row<Row>("SELECT lane, body, status, reason, due_at, is_alone FROM events WHERE is_alone = 0"), session.Scalar("SELECT status FROM events")), cancellationToken: Cancelled);
        scalar.ShouldBe((null, null, null, 1L));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xd800)]
    [InlineData(0xdc00)]
    public async Task A_text_that_not_every_engine_holds_is_refused_by_each(int character)
    {
        var text = $"a{(char)character}b";
        var refusal = await Should.ThrowAsync<UnstorableException>(Database.WriteAsync(
            s => s.Execute("INSERT INTO space_creators (room_id, person_id) VALUES (@room, 'p')", ("@room", text)), cancellationToken: Cancelled));

        refusal.Message.ShouldContain("U+0000");
        Database.IsFailing.ShouldBeFalse();
    }

    [Fact]
    public void A_read_that_fails_for_the_store_says_what_to_do() =>
        Should.Throw<StoreException>(() => Database.Read(c => c.Query("SELECT * FROM no_such_table"))).Message.ShouldContain("Storage:ConnectionString");

    [Fact]
    public async Task A_write_to_a_store_that_was_closed_says_that_it_is()
    {
        Database.Dispose();

        (await Should.ThrowAsync<StoreException>(Database.WriteAsync(_ => 0, cancellationToken: Cancelled))).Message.ShouldContain("closed");
    }

    /// <summary>While the writer is held up, the others gather into one group.</summary>
    private async Task<List<Task<int>>> InOneGroupAsync(int count, Func<int, Task<int>> write)
    {
        using var gate = new ManualResetEventSlim();
        var holding = new TaskCompletionSource();
        var first = Database.WriteAsync(_ =>
        {
            holding.TrySetResult();
            gate.Wait(CancellationToken.None);
            return 0;
        }, cancellationToken: Cancelled);
        await holding.Task;
        var writes = Enumerable.Range(0, count).Select(write).ToList();
        gate.Set();
        await first;
        return writes;
    }

    private List<string> Rooms() => Database.Read(c => c.Query<string>("SELECT room_id FROM space_creators ORDER BY room_id")).AsList();

    private sealed record Row(string Lane, byte[] Body, long Status, string? Reason, long Due_at, long Is_alone);
}

public sealed class DatabaseOnSqliteTests() : DatabaseTests(TestStore.Sqlite);

public sealed class DatabaseOnPostgreSqlTests() : DatabaseTests(TestStore.PostgreSql);
