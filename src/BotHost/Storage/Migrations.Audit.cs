namespace BotHost.Storage;

// What agents wanted and what came of it, in a chain.
internal static partial class Migrations
{
    private const string Audit =
        """
        CREATE TABLE audit (
            number     BIGINT PRIMARY KEY,
            segment    BIGINT NOT NULL,
            at         BIGINT NOT NULL,
            kind       TEXT   NOT NULL,
            agent      TEXT,
            tool       TEXT,
            resource   TEXT,
            level      TEXT,
            room_id    TEXT,
            verdict    TEXT,
            grant_name TEXT,
            reason     TEXT,
            session    TEXT,
            request    TEXT,
            about      BIGINT,
            outcome    TEXT,
            status     BIGINT,
            numbers    TEXT,
            details    TEXT,
            hash       TEXT   NOT NULL
        );
        CREATE INDEX audit_about ON audit (about) WHERE about IS NOT NULL;

        CREATE TABLE audit_details (
            number        BIGINT PRIMARY KEY,
            salt          TEXT   NOT NULL,
            identity      TEXT,
            identity_name TEXT,
            title         TEXT,
            person_id     TEXT,
            person_name   TEXT,
            approver_id   TEXT,
            subject       TEXT,
            said          TEXT
        );

        CREATE TABLE audit_anchors (
            segment     BIGINT PRIMARY KEY,
            first       BIGINT NOT NULL,
            last        BIGINT NOT NULL,
            began_at    BIGINT NOT NULL,
            ended_at    BIGINT NOT NULL,
            last_hash   TEXT   NOT NULL,
            rows_key_id TEXT   NOT NULL,
            key_id      TEXT   NOT NULL,
            hash        TEXT   NOT NULL
        );

        CREATE TABLE audit_chain (
            id       BIGINT PRIMARY KEY,
            number   BIGINT NOT NULL,
            hash     TEXT   NOT NULL,
            segment  BIGINT NOT NULL,
            first    BIGINT NOT NULL,
            began_at BIGINT NOT NULL,
            ended_at BIGINT NOT NULL,
            key_id   TEXT   NOT NULL,
            seal     TEXT   NOT NULL
        );

        CREATE TABLE audit_open (
            number  BIGINT PRIMARY KEY,
            host    TEXT   NOT NULL,
            seen_at BIGINT NOT NULL
        );
        """;
}
