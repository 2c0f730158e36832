using BotHost.Storage;

namespace BotHost.Tests.Storage;

/// <summary>An empty store for one test, in whichever engine.</summary>
internal sealed class TestStore(string provider, string connectionString, DirectoryInfo? folder) : IDisposable
{
    public const string Sqlite = "Sqlite", PostgreSql = "PostgreSql";

    public string ConnectionString => connectionString;

    /// <summary>For a host that is to use it.</summary>
    public (string Key, string? Value)[] Settings => [("Storage:Provider", provider), ("Storage:ConnectionString", connectionString)];

    public static async Task<TestStore> NewAsync(string provider, CancellationToken cancellationToken)
    {
        if (provider == PostgreSql)
            return new TestStore(provider, await (await SharedPostgres.ServerAsync(cancellationToken)).NewDatabaseAsync(cancellationToken), folder: null);
        var folder = Directory.CreateTempSubdirectory("bothost-test-");
        return new TestStore(provider, $"Data Source={Path.Combine(folder.FullName, "bothost.db")};Pooling=False", folder);
    }

    public IStoreEngine Engine() => provider == PostgreSql ? new PostgreSqlEngine(connectionString) : new SqliteEngine(connectionString);

    public Database Open() => new(Engine(), TimeProvider.System);

    public void Dispose() => folder?.Delete(recursive: true);
}
