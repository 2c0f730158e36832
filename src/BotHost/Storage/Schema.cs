using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage;

/// <summary>The tables, one migration a version, forward only. A version that was ever released is never edited.</summary>
internal static class Schema
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE events (
            sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
            key         TEXT    NOT NULL UNIQUE,
            lane        TEXT    NOT NULL,
            resource    TEXT    NOT NULL,
            event       TEXT    NOT NULL,
            body        BLOB,
            status      INTEGER NOT NULL,
            attempts    INTEGER NOT NULL DEFAULT 0,
            reason      TEXT,
            received_at INTEGER NOT NULL,
            due_at      INTEGER NOT NULL,
            finished_at INTEGER
        );
        CREATE INDEX events_open ON events (status, due_at, sequence) WHERE status <= 1;
        CREATE INDEX events_finished ON events (finished_at) WHERE finished_at IS NOT NULL;

        CREATE TABLE cards (
            nonce      TEXT    PRIMARY KEY,
            submits    TEXT    NOT NULL,
            room_id    TEXT    NOT NULL,
            is_direct  INTEGER NOT NULL,
            thread_id  TEXT,
            message_id TEXT,
            asker_id   TEXT,
            is_once    INTEGER NOT NULL,
            used_by    TEXT,
            expires_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX cards_expiry ON cards (expires_at);

        CREATE TABLE space_creators (
            room_id   TEXT PRIMARY KEY,
            person_id TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
    ];

    /// <summary>Brings the tables to the newest version, in one transaction.</summary>
    public static void Migrate(SqliteConnection connection, string file)
    {
        using var transaction = connection.BeginTransaction();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        if (version > Migrations.Length)
            throw new StoreException($"{file} was written by a newer BotHost (schema {version}, this one knows {Migrations.Length}). "
                + "Start that version, or name another file with Storage:ConnectionString.");

        foreach (var migration in Migrations.AsSpan(version))
            connection.Execute(migration, transaction: transaction);
        connection.Execute($"PRAGMA user_version = {Migrations.Length}", transaction: transaction);
        transaction.Commit();
    }
}
