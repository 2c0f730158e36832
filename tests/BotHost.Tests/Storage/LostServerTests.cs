using BotHost.Benchmarks;
using BotHost.Storage;
using BotHost.Tests.Hosting;
using Dapper;

namespace BotHost.Tests.Storage;

/// <summary>What a host does while its PostgreSQL is away, and when it is back. Each test has a server of its own to break.</summary>
public sealed class LostServerTests : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private string _connectionString = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Needs.StartPostgreSqlAsync(Cancelled);
        _connectionString = await _server.NewDatabaseAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Writes_fail_while_the_server_is_away_and_go_on_when_it_is_back()
    {
        using var database = Open();
        await WriteAsync(database, "before");
        Rooms(database).ShouldBe(["before"]);

        await _server.CrashAsync(Cancelled);
        (await Should.ThrowAsync<StoreException>(WriteAsync(database, "while"))).Message.ShouldContain("Storage:ConnectionString");
        database.IsFailing.ShouldBeTrue();
        Should.Throw<StoreException>(() => Rooms(database));

        await _server.StartAgainAsync(Cancelled);
        await AgainUntilWrittenAsync(database, "after");
        database.IsFailing.ShouldBeFalse();
        Rooms(database).ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task Nobody_notices_a_restart_while_nothing_was_written()
    {
        using var database = Open();
        await WriteAsync(database, "before");
        _ = Rooms(database);

        await _server.CrashAsync(Cancelled);
        await _server.StartAgainAsync(Cancelled);

        // Readers and the writer hold connections of the dead server.
        Rooms(database).ShouldBe(["before"]);
        await WriteAsync(database, "after");
        Rooms(database).ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task What_runs_when_the_connection_is_lost_is_said_again_as_nothing_of_it_was_committed()
    {
        using var database = Open();
        var runs = 0;

        await database.WriteAsync(session =>
        {
            session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ('r', 'p')");
            if (runs++ == 0)
                session.Execute("SELECT pg_terminate_backend(pg_backend_pid())");
            return 0;
        }, cancellationToken: Cancelled);

        runs.ShouldBe(2);
        Rooms(database).ShouldBe(["r"]);
    }

    [Fact]
    public async Task A_commit_of_unknown_end_is_not_said_again()
    {
        using var database = Open();
        // The server ends this session at the commit itself, and the host cannot know on which side of it.
        database.Read(c => c.Execute(
            """
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die();
            """));
        var runs = 0;

        await Should.ThrowAsync<StoreException>(database.WriteAsync(session =>
        {
            runs++;
            return session.Execute("INSERT INTO kept (name, value) VALUES ('n', 'v')");
        }, cancellationToken: Cancelled));

        runs.ShouldBe(1);
        database.IsFailing.ShouldBeTrue();
        await WriteAsync(database, "after");
        database.IsFailing.ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_without_a_server_says_what_to_do_and_no_password()
    {
        await _server.CrashAsync(Cancelled);

        var refusal = Should.Throw<StoreException>(() => new Database(new PostgreSqlEngine(_connectionString + ";Password=hush"), TimeProvider.System)).Message;

        refusal.ShouldContain("the server runs");
        refusal.ShouldNotContain("hush");
    }

    private Database Open() => new(new PostgreSqlEngine(_connectionString), TimeProvider.System);

    private static Task WriteAsync(Database database, string room) => database.WriteAsync(
        session => session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES (@room, 'p')", ("@room", room)), cancellationToken: Cancelled);

    /// <summary>The writer pauses between its tries to connect, two seconds at most.</summary>
    private static async Task AgainUntilWrittenAsync(Database database, string room)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await WriteAsync(database, room);
                return;
            }
            catch (StoreException) when (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
            {
                await Task.Yield();
            }
        }
    }

    private static List<string> Rooms(Database database) =>
        database.Read(c => c.Query<string>("SELECT room_id FROM space_creators ORDER BY room_id")).AsList();
}
