namespace BotHost.Storage;

// Who among agents may do what, and what people are asked about them.
internal static partial class Migrations
{
    private const string Agents =
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
        """;

    private const string AgentRequests =
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
        """;

    private const string NamesOfApprovers =
        """
        ALTER TABLE audit_details ADD COLUMN approver_name TEXT;
        ALTER TABLE agent_requests ADD COLUMN answered_name TEXT
        """;
}
