using BotHost.Tests.Storage;

namespace BotHost.Tests.Operations;

/// <summary>What must hold of the rows is looked at on either engine, and what does not hold is told.</summary>
public abstract class StoreCheckTests(string provider) : StoreTest(provider)
{
    [Theory]
    [InlineData("UPDATE events SET status = 9", "known state")]
    [InlineData("UPDATE events SET finished_at = NULL", "says when")]
    [InlineData("UPDATE events SET status = 0, body = NULL, finished_at = NULL", "body to run")]
    [InlineData("UPDATE effects SET state = 6", "known state")]
    [InlineData("UPDATE effects SET ended_at = NULL", "came of an effect")]
    [InlineData("UPDATE effects SET state = 0, ended_at = NULL", "has content")]
    [InlineData("UPDATE effects SET message_id = NULL", "is a message")]
    [InlineData("UPDATE steps SET ended_at = NULL", "step made")]
    [InlineData("INSERT INTO audit_open (number, host, seen_at) VALUES (7, 'h', 0)", "was decided")]
    public async Task What_must_hold_and_does_not_is_told_and_ends_in_1(string harm, string told)
    {
        await WriteAsync("INSERT INTO events (key, lane, resource, event, status, received_at, due_at, finished_at) VALUES ('k', 'l', 'r', 'e', 2, 1, 1, 1)");
        await WriteAsync(
            "INSERT INTO effects (event, ordinal, target, priority, kind, state, message_id, due_at, added_at, ended_at) VALUES (1, 0, 'r', 0, 0, 2, 'm', 1, 1, 1)");
        await WriteAsync("INSERT INTO steps (event, number, name, fingerprint, subject, ended_at) VALUES (1, 1, 's', 'f', 'space', 1)");
        Database.Dispose();
        var before = await Operator.TypeAsync(Store, ["store", "check"]);

        using (var database = Store.Open())
            await database.WriteAsync(session => session.Execute(harm), cancellationToken: Cancelled);
        var (code, _, errors) = await Operator.TypeAsync(Store, ["store", "check"]);

        before.Code.ShouldBe(0, before.Errors);
        before.Output.ShouldContain(Engine.Name);
        code.ShouldBe(1);
        errors.Split('\n').Single(line => line.Contains("TROUBLE")).ShouldContain(told);
    }

    private Task WriteAsync(string sql) => Database.WriteAsync(session => session.Execute(sql), cancellationToken: Cancelled);
}

public sealed class StoreCheckOnSqliteTests() : StoreCheckTests(TestStore.Sqlite);

public sealed class StoreCheckOnPostgreSqlTests() : StoreCheckTests(TestStore.PostgreSql)
{
    [Fact]
    public async Task A_back_up_is_left_to_the_server_s_own_program()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());

        var (code, _, errors) = await Operator.TypeAsync(Store, ["store", "backup", file]);

        code.ShouldBe(1);
        errors.ShouldContain("pg_dump");
        File.Exists(file).ShouldBeFalse();
    }
}
