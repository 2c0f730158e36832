using BotHost.Storage;
using Dapper;

namespace BotHost.Tests.Storage;

/// <summary>One file, one writer, one process; what is said to be written is.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-test-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "bothost.db");

    [Fact]
    public async Task A_write_that_fails_does_not_fail_its_neighbours()
    {
        using var database = Open();
        var gate = new TaskCompletionSource();
        var holding = new TaskCompletionSource();
        // While the writer is held up here, the others gather into one group.
        var first = database.WriteAsync(_ =>
        {
            holding.TrySetResult();
            gate.Task.Wait(CancellationToken.None);
            return 0;
        }, cancellationToken: Cancelled);
        await holding.Task;
        var committed = new List<int>();
        var writes = Enumerable.Range(0, 20).Select(i => database.WriteAsync(
            session => i % 5 == 0
                ? session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ($room, NULL)", ("$room", $"{i}"))
                : session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ($room, 'p')", ("$room", $"{i}")),
            committed: _ => committed.Add(i), cancellationToken: Cancelled)).ToList();
        gate.SetResult();
        await first;

        foreach (var (write, i) in writes.Select((write, i) => (write, i)))
            (await Record.ExceptionAsync(() => write) is not null).ShouldBe(i % 5 == 0, $"write {i}");

        var good = Enumerable.Range(0, 20).Where(i => i % 5 != 0).ToList();
        committed.ShouldBe(good);
        database.Read(c => c.Query<string>("SELECT room_id FROM space_creators")).Select(int.Parse).ShouldBe(good, ignoreOrder: true);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        using var database = Open();

        await Should.ThrowAsync<InvalidOperationException>(database.WriteAsync<int>(session =>
        {
            session.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ('r', 'p')");
            throw new InvalidOperationException();
        }, cancellationToken: Cancelled));

        database.Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM space_creators")).ShouldBe(0);
    }

    [Fact]
    public void A_second_one_on_the_same_file_is_refused_until_the_first_is_gone()
    {
        using (Open())
            Should.Throw<StoreException>(Open).Message.ShouldContain(File);
        Open().Dispose();
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        using (var database = Open())
            database.Read(c => c.Execute("PRAGMA user_version = 999"));

        var refusal = Should.Throw<StoreException>(Open).Message;

        refusal.ShouldContain("newer");
        refusal.ShouldContain("Storage:ConnectionString");
        System.IO.File.Exists(File).ShouldBeTrue();
        // Refused each time, and not for being in use.
        Should.Throw<StoreException>(Open).Message.ShouldBe(refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    [InlineData("Host=db;Database=bothost")]
    public void What_names_no_file_is_refused_with_an_example(string connectionString) =>
        Should.Throw<StoreException>(() => new Database(new SqliteEngine(connectionString), TimeProvider.System)).Message.ShouldContain("Data Source=data/bothost.db");

    public void Dispose() => _folder.Delete(recursive: true);

    private Database Open() => new(new SqliteEngine($"Data Source={File};Pooling=False"), TimeProvider.System);
}
