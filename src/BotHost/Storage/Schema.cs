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
        """
        ALTER TABLE events ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE events ADD COLUMN is_alone INTEGER NOT NULL DEFAULT 0;
        DROP INDEX events_open;
        CREATE INDEX events_open ON events (lane, due_at, sequence) WHERE status <= 1;

        CREATE TABLE effects (
            sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
            event      INTEGER NOT NULL,
            ordinal    INTEGER NOT NULL,
            target     TEXT    NOT NULL,
            priority   INTEGER NOT NULL,
            kind       INTEGER NOT NULL,
            body       BLOB,
            refers_to  INTEGER,
            card       TEXT,
            follows    INTEGER,
            state      INTEGER NOT NULL,
            tries      INTEGER NOT NULL DEFAULT 0,
            guesses    INTEGER NOT NULL DEFAULT 0,
            due_at     INTEGER NOT NULL,
            began_at   INTEGER,
            settled_at INTEGER,
            message_id TEXT,
            answer     INTEGER,
            reason     TEXT,
            added_at   INTEGER NOT NULL,
            ended_at   INTEGER,
            UNIQUE (event, ordinal)
        );
        CREATE INDEX effects_open ON effects (target, priority, sequence) WHERE state <= 1;
        CREATE INDEX effects_ended ON effects (ended_at) WHERE ended_at IS NOT NULL;

        CREATE TABLE own_messages (
            message_id TEXT    PRIMARY KEY,
            room_id    TEXT    NOT NULL,
            created_at INTEGER NOT NULL,
            effect     INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX own_messages_room ON own_messages (room_id, created_at);

        CREATE TABLE steps (
            event       INTEGER NOT NULL,
            number      INTEGER NOT NULL,
            name        TEXT    NOT NULL,
            fingerprint TEXT    NOT NULL,
            began_at    INTEGER,
            settled_at  INTEGER,
            result      BLOB,
            subject     TEXT,
            ended_at    INTEGER,
            PRIMARY KEY (event, number)
        ) WITHOUT ROWID;
        CREATE INDEX steps_subject ON steps (subject) WHERE subject IS NOT NULL;

        CREATE TABLE lanes (
            name        TEXT    PRIMARY KEY,
            due_at      INTEGER NOT NULL,
            owner       TEXT,
            fence       INTEGER NOT NULL DEFAULT 0,
            lease_until INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE INDEX lanes_due ON lanes (due_at);

        CREATE TABLE kept (
            name  TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE operations (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            at       INTEGER NOT NULL,
            actor    TEXT    NOT NULL,
            action   TEXT    NOT NULL,
            subject  TEXT,
            outcome  TEXT    NOT NULL
        );
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
