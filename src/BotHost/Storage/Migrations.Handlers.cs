namespace BotHost.Storage;

// What handlers remember, ask and do later, and who may post through them.
internal static partial class Migrations
{
    private const string States =
        """
        CREATE TABLE states (
            owner      TEXT   NOT NULL,
            name       TEXT   NOT NULL,
            value      {blob},
            version    BIGINT NOT NULL,
            changed_at BIGINT NOT NULL,
            PRIMARY KEY (owner, name)
        )
        """;

    private const string Schedules =
        """
        CREATE TABLE schedules (
            id        TEXT   PRIMARY KEY,
            route     TEXT   NOT NULL,
            room_id   TEXT   NOT NULL,
            is_direct BIGINT NOT NULL,
            thread_id TEXT,
            person_id TEXT   NOT NULL,
            email     TEXT   NOT NULL,
            data      {blob},
            cron      TEXT,
            zone      TEXT,
            due_at    BIGINT NOT NULL,
            added_at  BIGINT NOT NULL,
            ended_at  BIGINT,
            reason    TEXT
        );
        CREATE INDEX schedules_open ON schedules (room_id, due_at) WHERE ended_at IS NULL
        """;

    private const string Questions =
        """
        CREATE TABLE questions (
            event     BIGINT PRIMARY KEY,
            step      BIGINT NOT NULL,
            room_id   TEXT   NOT NULL,
            thread_id TEXT,
            person_id TEXT   NOT NULL,
            until_at  BIGINT NOT NULL
        );
        CREATE INDEX questions_place ON questions (room_id, person_id)
        """;

    private const string Hooks =
        """
        CREATE TABLE hooks (
            id        TEXT   PRIMARY KEY,
            room_id   TEXT   NOT NULL,
            name      TEXT   NOT NULL,
            secret    {blob} NOT NULL,
            is_signed BIGINT NOT NULL,
            template  TEXT,
            added_at  BIGINT NOT NULL,
            posted_at BIGINT,
            ended_at  BIGINT
        );
        CREATE UNIQUE INDEX hooks_name ON hooks (room_id, name);
        """;
}
