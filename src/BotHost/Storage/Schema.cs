using System.Data.Common;
using Dapper;

namespace BotHost.Storage;

/// <summary>
/// Brings a store's tables to the version this host knows, and refuses tables that it no longer understands. Hosts that start together
/// migrate once.
/// </summary>
internal static class Schema
{
    /// <summary>Applies what is missing, all of it or nothing.</summary>
    /// <exception cref="StoreException">A newer host changed the tables so that this one cannot work with them.</exception>
    public static void Migrate(DbConnection connection, IStoreEngine engine) => Migrate(connection, engine, Migrations.All);

    /// <summary>As above, for a host that knows these migrations.</summary>
    internal static void Migrate(DbConnection connection, IStoreEngine engine, IReadOnlyList<Migration> known)
    {
        using var transaction = connection.BeginTransaction();
        engine.LockSchema(connection, transaction);
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL, oldest_reader BIGINT NOT NULL)", transaction: transaction);
        var written = connection.QueryFirstOrDefault<(long Version, long OldestReader)?>("SELECT version, oldest_reader FROM schema_version", transaction: transaction);
        var version = written is { } row ? (int)row.Version : engine.VersionWithoutTable(connection, transaction);
        var oldestReader = written is { } standing ? (int)standing.OldestReader : version;
        if (oldestReader > known.Count)
            throw new StoreException($"{engine.Name} was written by a newer BotHost: its tables are of version {version}, for hosts that know {oldestReader} or later, "
                + $"and this one knows {known.Count}. Start the newer version, or name another store with Storage:ConnectionString.");
        // A newer host was here and left the tables so that this one can go on.
        if (version > known.Count)
            return;

        foreach (var migration in known.Skip(version))
            connection.Execute(engine.Dialect.Spell(migration.Sql), transaction: transaction);
        connection.Execute(
            written is null
                ? "INSERT INTO schema_version (version, oldest_reader) VALUES (@version, @oldestReader)"
                : "UPDATE schema_version SET version = @version, oldest_reader = @oldestReader",
            new { version = known.Count, oldestReader = known.Max(migration => migration.OldestReader) }, transaction);
        transaction.Commit();
    }
}
