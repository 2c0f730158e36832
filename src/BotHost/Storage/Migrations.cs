namespace BotHost.Storage;

/// <summary>One step of the schema.</summary>
/// <param name="OldestReader">
/// The lowest version whose hosts work on these tables. Hosts are updated one after the other, so a step must leave the version before it
/// working: first expand, and contract only in a later version, when nobody uses what goes.
/// </param>
/// <param name="Sql">Its statements, in the spelling of <see cref="Dialect"/>.</param>
internal sealed record Migration(int OldestReader, string Sql);

/// <summary>The tables, one migration a version, forward only. A version that was ever released is never edited.</summary>
internal static class Migrations
{
    public static readonly IReadOnlyList<Migration> All =
    [
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1, "ALTER TABLE events ADD COLUMN retried_at BIGINT"),
        new(OldestReader: 1,
            """
            DROP INDEX events_open;
            CREATE INDEX events_open ON events ({event_order}) WHERE status <= 1;
            CREATE INDEX events_aside ON events (sequence) WHERE status > 2;
            CREATE INDEX events_kept ON events (finished_at) WHERE finished_at IS NOT NULL AND body IS NOT NULL;
            """),
        new(OldestReader: 1, "ALTER TABLE effects ADD COLUMN file {blob}"),
        new(OldestReader: 1,
            """
            CREATE TABLE states (
                owner      TEXT   NOT NULL,
                name       TEXT   NOT NULL,
                value      {blob},
                version    BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                PRIMARY KEY (owner, name)
            )
            """),
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1,
            """
            CREATE TABLE agents (
                name       TEXT   PRIMARY KEY,
                identity   TEXT,
                subject    TEXT,
                per_minute BIGINT,
                per_day    BIGINT,
                added_at   BIGINT NOT NULL,
                stopped_at BIGINT
            );
            CREATE TABLE agent_grants (
                agent    TEXT   NOT NULL,
                name     TEXT   NOT NULL,
                rule     TEXT   NOT NULL,
                added_at BIGINT NOT NULL,
                PRIMARY KEY (agent, name)
            );
            CREATE TABLE agent_keys (
                id         TEXT   PRIMARY KEY,
                agent      TEXT   NOT NULL,
                hash       {blob} NOT NULL,
                added_at   BIGINT NOT NULL,
                expires_at BIGINT,
                used_at    BIGINT
            );
            CREATE TABLE agent_days (
                agent      TEXT   NOT NULL,
                grant_name TEXT   NOT NULL,
                day        BIGINT NOT NULL,
                calls      BIGINT NOT NULL,
                PRIMARY KEY (agent, grant_name, day)
            );
            """),
        new(OldestReader: 1,
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
            """),
        new(OldestReader: 1,
            """
            CREATE TABLE agent_requests (
                id          {identity},
                agent       TEXT   NOT NULL,
                kind        TEXT   NOT NULL,
                call_key    TEXT   NOT NULL,
                decision    BIGINT NOT NULL,
                wish        TEXT   NOT NULL,
                asked       TEXT,
                room_id     TEXT,
                state       TEXT   NOT NULL,
                answered_by TEXT,
                answer      TEXT,
                asked_at    BIGINT NOT NULL,
                until_at    BIGINT NOT NULL
            );
            CREATE UNIQUE INDEX agent_requests_open ON agent_requests (agent, call_key) WHERE state IN ('Pending', 'Approved', 'Denied', 'Answered');
            """),
        new(OldestReader: 1,
            """
            ALTER TABLE audit_details ADD COLUMN approver_name TEXT;
            ALTER TABLE agent_requests ADD COLUMN answered_name TEXT
            """),
    ];
}
