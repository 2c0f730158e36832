using System.Data.Common;
using BotHost.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BotHost.Benchmarks.Faults;

/// <summary>The store of the hosts under test, looked into from outside.</summary>
internal abstract class Store : IAsyncDisposable
{
    /// <summary>What tells a host to use it.</summary>
    public abstract IReadOnlyList<string> Settings { get; }

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = Open();
        return connection.Query<T>(sql).AsList();
    }

    public long Number(string sql)
    {
        using var connection = Open();
        return connection.ExecuteScalar<long>(sql);
    }

    /// <summary>Changes something, as an operator with a database client would. With SQLite, while no host runs.</summary>
    public int Execute(string sql)
    {
        using var connection = Open();
        return connection.Execute(sql);
    }

    public virtual ValueTask DisposeAsync() => default;

    protected abstract DbConnection Open();
}

/// <summary>A database of a server of its own, for several hosts.</summary>
internal sealed class PostgreSqlStore : Store
{
    private readonly string _connectionString;

    private PostgreSqlStore(PostgresServer server, string connectionString) => (Server, _connectionString) = (server, connectionString);

    public PostgresServer Server { get; }

    public override IReadOnlyList<string> Settings => ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={_connectionString}"];

    /// <exception cref="CannotRunException">PostgreSQL is not installed.</exception>
    public static async Task<Store> StartAsync(CancellationToken cancellationToken)
    {
        var server = await PostgresServer.StartAsync(cancellationToken);
        return new PostgreSqlStore(server, await server.NewDatabaseAsync(cancellationToken));
    }

    public override ValueTask DisposeAsync() => Server.DisposeAsync();

    protected override DbConnection Open()
    {
        var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        connection.Open();
        return connection;
    }
}

/// <summary>One file, for one host.</summary>
internal sealed class SqliteStore : Store
{
    public SqliteStore(string folder)
    {
        _ = SystemSqlite.Version;
        File = Path.Combine(folder, "bothost.db");
    }

    public string File { get; }

    public override IReadOnlyList<string> Settings => [$"--Storage:ConnectionString=Data Source={File}"];

    /// <summary>A connection of its own, for whoever wants to be in the way.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    protected override DbConnection Open()
    {
        var connection = Connect();
        connection.Execute("PRAGMA busy_timeout = 10000");
        return connection;
    }
}
