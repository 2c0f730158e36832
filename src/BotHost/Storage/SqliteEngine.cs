using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage;

/// <summary>One SQLite file, held for one process as long as this lives.</summary>
internal sealed class SqliteEngine : IStoreEngine
{
    // Codes of sqlite.org/rescode.html that say something of the statement rather than of the file.
    private const int TooBig = 18, Constraint = 19, Mismatch = 20, Range = 25;

    private readonly string _connectionString;
    private readonly FileLock _lock;

    /// <exception cref="StoreException">No file is named, or another process has it, or it may not be written.</exception>
    public SqliteEngine(string connectionString)
    {
        _ = SystemSqlite.Version;
        (_connectionString, Name) = Locate(connectionString);
        _lock = FileLock.Take(Name);
    }

    /// <summary>The database file, absolute.</summary>
    public string Name { get; }

    public string? Folder => Path.GetDirectoryName(Name);

    public bool IsShared => false;

    public Dialect Dialect { get; } = new(Identity: "INTEGER PRIMARY KEY AUTOINCREMENT", Blob: "BLOB", EventOrder: "sequence, lane, due_at, received_at", BeginMoment: "BEGIN");

    public DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public DbConnection Rent() => Open();

    public void LockSchema(DbConnection connection, DbTransaction transaction)
    {
        // The file is this process's already.
    }

    public int VersionWithoutTable(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);

    public bool Scrub()
    {
        // Deleted content is overwritten in the file (secure_delete), but its pages stay in the write-ahead log until that is cut.
        using var connection = Open();
        return connection.QuerySingle<(long Busy, long Pages, long Moved)>("PRAGMA wal_checkpoint(TRUNCATE)").Busy == 0;
    }

    public string Version(DbConnection connection) => "SQLite " + SystemSqlite.Version;

    public IReadOnlyList<string> Faults(DbConnection connection) => SqliteCare.Faults(connection, "integrity_check");

    public long BackUp(DbConnection connection, string file) => SqliteCare.BackUp(connection, file);

    /// <summary>The database file that a connection string names, absolute.</summary>
    /// <exception cref="StoreException">It names none.</exception>
    public static string FileOf(string connectionString) => Read(connectionString).DataSource;

    public Fault Judge(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: TooBig } => Fault.OfTheValue,
        SqliteException { SqliteErrorCode: Constraint or Mismatch or Range } => Fault.OfTheWrite,
        SqliteException => Fault.OfTheStore,
        _ => Fault.OfTheWrite,
    };

    public string Explain(Exception exception) =>
        $"{Name} is not usable as a SQLite database ({exception.Message}). Check its disk; where the file is damaged, "
        + "restore it from a back-up, or name another file with Storage:ConnectionString.";

    public void Dispose()
    {
        using (var any = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(any);
        _lock.Dispose();
    }

    private static (string ConnectionString, string File) Locate(string connectionString)
    {
        var settings = Read(connectionString);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(settings.DataSource)!);
            return (settings.ToString(), settings.DataSource);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    private static StoreException Unusable(Exception e) =>
        new($"Storage:ConnectionString cannot be used ({e.Message}). Example: Data Source=data/bothost.db", e);

    private static SqliteConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:")
                throw new StoreException("Storage:ConnectionString must name a file: Data Source=data/bothost.db");
            builder.DataSource = Path.GetFullPath(builder.DataSource);
            return builder;
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            throw Unusable(e);
        }
    }
}
