using BotHost.Storage;
using Dapper;
using Npgsql;

namespace BotHost.Tests.Storage;

/// <summary>Several hosts on one PostgreSQL database.</summary>
public sealed class SharedDatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_that_start_together_migrate_once()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);

        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(store.Open, Cancelled)));

        databases[0].Read(c => c.Query<long>("SELECT version FROM schema_version")).ShouldBe([Migrations.All.Count]);
        foreach (var database in databases)
            database.Dispose();
    }

    [Fact]
    public async Task Two_writers_that_lock_each_other_out_both_come_through()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        using var one = store.Open();
        using var other = store.Open();
        await one.WriteAsync(s => s.Execute("INSERT INTO kept (name, value) VALUES ('a', '0'), ('b', '0')"), cancellationToken: Cancelled);
        using var both = new Barrier(2);

        await Task.WhenAll(AddAsync(one, "a", "b"), AddAsync(other, "b", "a"));

        one.Read(c => c.Query<string>("SELECT value FROM kept ORDER BY name")).ShouldBe(["2", "2"]);

        Task AddAsync(Database database, string first, string second)
        {
            var meets = true;
            return database.WriteAsync(session =>
            {
                Add(session, first);
                // Both hold one row and want the other's; the server ends one of the two transactions.
                if (meets)
                    both.SignalAndWait(TimeSpan.FromSeconds(20));
                meets = false;
                return Add(session, second);
            }, cancellationToken: Cancelled);
        }

        static int Add(WriteSession session, string name) =>
            session.Execute("UPDATE kept SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = @name", ("@name", name));
    }

    [Fact]
    public async Task A_commit_is_on_disk_also_where_the_server_is_set_to_answer_earlier()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        var name = new NpgsqlConnectionStringBuilder(store.ConnectionString).Database;
        await (await SharedPostgres.ServerAsync(Cancelled)).ExecuteAsync($"ALTER DATABASE {name} SET synchronous_commit = off", Cancelled);
        using var database = store.Open();

        (await database.WriteAsync(s => s.Scalar("SHOW synchronous_commit"), cancellationToken: Cancelled)).ShouldBe("on");
    }

    [Theory]
    [InlineData("client_connection_check_interval", "1s")]
    [InlineData("idle_in_transaction_session_timeout", "5s")]
    [InlineData("tcp_keepalives_idle", "10")]
    [InlineData("statement_timeout", "7s")]
    public async Task The_server_looks_after_hosts_that_are_gone(string setting, string value)
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        // What the operator sets there stays.
        using var database = new Database(new PostgreSqlEngine(store.ConnectionString + ";Options=-c statement_timeout=7s"), TimeProvider.System);

        (await database.WriteAsync(s => s.Scalar($"SHOW {setting}"), cancellationToken: Cancelled)).ShouldBe(value);
        database.Read(c => c.ExecuteScalar<string>($"SHOW {setting}")).ShouldBe(value);
    }

    [Theory]
    [InlineData("Data Source=data/bothost.db")]
    [InlineData("Host=db")]
    [InlineData("Database=bothost")]
    [InlineData("Host=db;Database=bothost;Pasword=hush")]
    [InlineData("hush")]
    public void What_names_no_database_is_refused_with_an_example(string connectionString)
    {
        var refusal = Should.Throw<StoreException>(() => new PostgreSqlEngine(connectionString)).Message;
        refusal.ShouldContain("Host=db.example.com;Database=bothost");
        refusal.ShouldNotContain("hush");
    }
}
