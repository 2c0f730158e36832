using System.Data.Common;
using Dapper;
using Npgsql;

namespace BotHost.Storage;

/// <summary>A PostgreSQL database (14 or later), which any number of hosts share.</summary>
internal sealed class PostgreSqlEngine : IStoreEngine
{
    /// <summary>Behind these, the settings of the operator, who has the last word.</summary>
    private const string Defaults = "Timeout=5;Command Timeout=15;Maximum Pool Size=20;Max Auto Prepare=100;"
        + "Tcp Keepalive=true;Tcp Keepalive Time=10;Tcp Keepalive Interval=2";

    /// <summary>
    /// What the server does about a host that is gone or stands still: it looks after a running statement's client each second,
    /// after an idle one's machine, and lets nobody sleep with rows locked.
    /// </summary>
    private const string ServerOptions = "-c client_connection_check_interval=1s -c idle_in_transaction_session_timeout=5s "
        + "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    private const string Example = "Host=db.example.com;Database=bothost;Username=bothost;Password=…";

    private readonly string _pooled;
    private readonly string _unpooled;

    /// <exception cref="StoreException">The connection string names no server or no database, or cannot be read.</exception>
    public PostgreSqlEngine(string connectionString)
    {
        var settings = Read(connectionString);
        Name = $"the PostgreSQL database {settings.Database} at {settings.Host}:{settings.Port}";
        _pooled = settings.ToString();
        settings.Pooling = false;
        _unpooled = settings.ToString();
    }

    public string Name { get; }

    public string? Folder => null;

    public bool IsShared => true;

    public Dialect Dialect { get; } = new(Identity: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", Blob: "BYTEA", EventOrder: "lane, due_at, sequence",
        BeginMoment: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public DbConnection Open()
    {
        var connection = Open(_unpooled);
        // 200 means stored: not even a server that is set to answer before it has written may forget a commit of ours.
        connection.Execute("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'");
        return connection;
    }

    public DbConnection Rent() => Open(_pooled);

    public void LockSchema(DbConnection connection, DbTransaction transaction) => connection.Execute(
        $"SELECT pg_advisory_xact_lock({AdvisoryLock.Schema}, {AdvisoryLock.OfThisSchema})", transaction: transaction);

    public int VersionWithoutTable(DbConnection connection, DbTransaction transaction) => 0;

    /// <summary>Nothing: the server's files are its own, and so is what its vacuum leaves in them.</summary>
    public bool Scrub() => true;

    public string Version(DbConnection connection) => "PostgreSQL " + connection.ServerVersion;

    /// <summary>None: the server looks after its own files. That it answers is the check.</summary>
    public IReadOnlyList<string> Faults(DbConnection connection) => [];

    public long BackUp(DbConnection connection, string file) => throw new StoreException(
        $"{Name} is copied by its own program: pg_dump --format=custom --file={file} <database>. It may run while the bot does.");

    public Fault Judge(Exception exception) => PostgreSqlFaults.Judge(exception);

    public string Explain(Exception exception) =>
        $"The store, {Name}, cannot be used ({exception.Message}). Check that the server runs and can be reached from here, "
        + "that its disk has room, and that Storage:ConnectionString names a user with the right to create tables.";

    public void Dispose()
    {
        using var any = new NpgsqlConnection(_pooled);
        NpgsqlConnection.ClearPool(any);
    }

    private static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder($"{Defaults};{connectionString}");
            if (string.IsNullOrWhiteSpace(builder.Host) || string.IsNullOrWhiteSpace(builder.Database))
                throw new StoreException($"Storage:ConnectionString must name a server and a database: {Example}");
            builder.ApplicationName ??= $"BotHost on {Environment.MachineName}";
            builder.Options = $"{ServerOptions} {builder.Options}".TrimEnd();
            return builder;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // Not the message of the exception: it may quote the password.
            throw new StoreException($"Storage:ConnectionString is no connection string of PostgreSQL. Example: {Example}", e);
        }
    }
}
