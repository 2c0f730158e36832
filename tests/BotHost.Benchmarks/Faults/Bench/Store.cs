using System.Data.Common;
using BotHost.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Benchmarks.Faults;

/// <summary>The store of the hosts under test, looked into from outside.</summary>
internal abstract class Store
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

    protected abstract DbConnection Open();
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
