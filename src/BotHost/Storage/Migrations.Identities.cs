namespace BotHost.Storage;

// In whose name the bot may act, and who is being asked.
internal static partial class Migrations
{
    private const string Grants =
        """
        CREATE TABLE grants (
            identity      TEXT   PRIMARY KEY,
            version       BIGINT NOT NULL,
            access_token  {blob},
            refresh_token {blob},
            scopes        TEXT   NOT NULL,
            granted_at    BIGINT NOT NULL,
            issued_at     BIGINT NOT NULL,
            access_until  BIGINT NOT NULL,
            refresh_until BIGINT,
            leased_until  BIGINT,
            ended_at      BIGINT,
            reason        TEXT
        );
        CREATE TABLE consents (
            id        TEXT   PRIMARY KEY,
            person_id TEXT   NOT NULL,
            event     BIGINT NOT NULL,
            step      BIGINT NOT NULL,
            until_at  BIGINT NOT NULL
        );
        CREATE TABLE logins (
            id       TEXT   PRIMARY KEY,
            consent  TEXT   NOT NULL,
            browser  TEXT   NOT NULL,
            verifier {blob} NOT NULL,
            until_at BIGINT NOT NULL
        );
        CREATE TABLE key_ring (
            name     TEXT   PRIMARY KEY,
            xml      TEXT   NOT NULL,
            added_at BIGINT NOT NULL
        );
        ALTER TABLE questions ADD COLUMN is_consent BIGINT NOT NULL DEFAULT 0
        """;
}
