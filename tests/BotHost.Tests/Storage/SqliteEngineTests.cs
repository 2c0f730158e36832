using BotHost.Storage;
using Dapper;

namespace BotHost.Tests.Storage;

/// <summary>One file, one process.</summary>
public sealed class SqliteEngineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-test-");

    private string File => Path.Combine(_folder.FullName, "bothost.db");

    [Fact]
    public void A_second_one_on_the_same_file_is_refused_until_the_first_is_gone()
    {
        using (Open())
            Should.Throw<StoreException>(Open).Message.ShouldContain(File);
        Open().Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    [InlineData("Host=db;Database=bothost")]
    public void What_names_no_file_is_refused_with_an_example(string connectionString) =>
        Should.Throw<StoreException>(() => new SqliteEngine(connectionString)).Message.ShouldContain("Data Source=data/bothost.db");

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_let_go()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        Should.Throw<StoreException>(Open).Message.ShouldContain("back-up");
        // Refused each time, and not for being in use.
        Should.Throw<StoreException>(Open).Message.ShouldContain("back-up");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_file_from_before_versions_were_kept_in_a_table_goes_on(int version)
    {
        // As those versions left it: no table, the version in the file's header.
        using (var engine = new SqliteEngine($"Data Source={File};Pooling=False"))
        using (var connection = engine.Open())
        {
            foreach (var migration in Migrations.All.Take(version))
                connection.Execute(engine.Dialect.Spell(migration.Sql));
            connection.Execute($"PRAGMA user_version = {version}");
            connection.Execute("INSERT INTO space_creators (room_id, person_id) VALUES ('r', 'p')");
        }

        for (var start = 0; start < 2; start++)
        {
            using var database = Open();
            database.Read(c => c.QuerySingle<long>("SELECT version FROM schema_version")).ShouldBe(Migrations.All.Count);
            database.Read(c => c.QuerySingle<string>("SELECT person_id FROM space_creators")).ShouldBe("p");
            database.Read(c => c.QuerySingle<long>("SELECT count(*) FROM kept")).ShouldBe(0);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Database Open() => new(new SqliteEngine($"Data Source={File};Pooling=False"), TimeProvider.System);
}
