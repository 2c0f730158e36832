namespace BotHost.Storage;

// What comes in, what is done about it, and what goes out.
internal static partial class Migrations
{
    private const string EventsAndCards =
        """
        CREATE TABLE events (
            sequence    {identity},
            key         TEXT   NOT NULL UNIQUE,
            lane        TEXT   NOT NULL,
            resource    TEXT   NOT NULL,
            event       TEXT   NOT NULL,
            body        {blob},
            status      BIGINT NOT NULL,
            attempts    BIGINT NOT NULL DEFAULT 0,
            reason      TEXT,
            received_at BIGINT NOT NULL,
            due_at      BIGINT NOT NULL,
            finished_at BIGINT
        );
        CREATE INDEX events_open ON events (status, due_at, sequence) WHERE status <= 1;
        CREATE INDEX events_finished ON events (finished_at) WHERE finished_at IS NOT NULL;

        CREATE TABLE cards (
            nonce      TEXT   PRIMARY KEY,
            submits    TEXT   NOT NULL,
            room_id    TEXT   NOT NULL,
            is_direct  BIGINT NOT NULL,
            thread_id  TEXT,
            message_id TEXT,
            asker_id   TEXT,
            is_once    BIGINT NOT NULL,
            used_by    TEXT,
            expires_at BIGINT NOT NULL
        );
        CREATE INDEX cards_expiry ON cards (expires_at);

        CREATE TABLE space_creators (
            room_id   TEXT PRIMARY KEY,
            person_id TEXT NOT NULL
        );
        """;

    private const string TurnsAndEffects =
        """
        ALTER TABLE events ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE events ADD COLUMN is_alone BIGINT NOT NULL DEFAULT 0;
        DROP INDEX events_open;
        CREATE INDEX events_open ON events (lane, due_at, sequence) WHERE status <= 1;

        CREATE TABLE effects (
            sequence   {identity},
            event      BIGINT NOT NULL,
            ordinal    BIGINT NOT NULL,
            target     TEXT   NOT NULL,
            priority   BIGINT NOT NULL,
            kind       BIGINT NOT NULL,
            body       {blob},
            refers_to  BIGINT,
            card       TEXT,
            follows    BIGINT,
            state      BIGINT NOT NULL,
            tries      BIGINT NOT NULL DEFAULT 0,
            guesses    BIGINT NOT NULL DEFAULT 0,
            due_at     BIGINT NOT NULL,
            began_at   BIGINT,
            settled_at BIGINT,
            message_id TEXT,
            answer     BIGINT,
            reason     TEXT,
            added_at   BIGINT NOT NULL,
            ended_at   BIGINT,
            UNIQUE (event, ordinal)
        );
        CREATE INDEX effects_open ON effects (target, priority, sequence) WHERE state <= 1;
        CREATE INDEX effects_ended ON effects (ended_at) WHERE ended_at IS NOT NULL;

        CREATE TABLE own_messages (
            message_id TEXT   PRIMARY KEY,
            room_id    TEXT   NOT NULL,
            created_at BIGINT NOT NULL,
            effect     BIGINT
        );
        CREATE INDEX own_messages_room ON own_messages (room_id, created_at);

        CREATE TABLE steps (
            event       BIGINT NOT NULL,
            number      BIGINT NOT NULL,
            name        TEXT   NOT NULL,
            fingerprint TEXT   NOT NULL,
            began_at    BIGINT,
            settled_at  BIGINT,
            result      {blob},
            subject     TEXT,
            ended_at    BIGINT,
            PRIMARY KEY (event, number)
        );
        CREATE INDEX steps_subject ON steps (subject) WHERE subject IS NOT NULL;

        CREATE TABLE lanes (
            name        TEXT   PRIMARY KEY,
            due_at      BIGINT NOT NULL,
            owner       TEXT,
            fence       BIGINT NOT NULL DEFAULT 0,
            lease_until BIGINT NOT NULL DEFAULT 0
        );
        CREATE INDEX lanes_due ON lanes (due_at);

        CREATE TABLE kept (
            name  TEXT PRIMARY KEY,
            value TEXT NOT NULL
        );

        CREATE TABLE operations (
            sequence {identity},
            at       BIGINT NOT NULL,
            actor    TEXT   NOT NULL,
            action   TEXT   NOT NULL,
            subject  TEXT,
            outcome  TEXT   NOT NULL
        );
        """;

    private const string OperatorRetries = "ALTER TABLE events ADD COLUMN retried_at BIGINT";

    private const string OrderOfLanes =
        """
        DROP INDEX events_open;
        CREATE INDEX events_open ON events ({event_order}) WHERE status <= 1;
        CREATE INDEX events_aside ON events (sequence) WHERE status > 2;
        CREATE INDEX events_kept ON events (finished_at) WHERE finished_at IS NOT NULL AND body IS NOT NULL;
        """;

    private const string FilesOfEffects = "ALTER TABLE effects ADD COLUMN file {blob}";
}
