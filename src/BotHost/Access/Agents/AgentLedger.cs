using System.Data.Common;
using BotHost.Storage;
using Dapper;

namespace BotHost.Access;

/// <summary>All that the store knows of agents at one moment.</summary>
/// <param name="Version">Grows with every change, so that hosts notice each other's.</param>
internal sealed record StoredAgents(
    string? Version, bool AreStopped, IReadOnlyList<StoredAgent> Agents, IReadOnlyList<StoredGrant> Grants, IReadOnlyList<StoredKey> Keys);

/// <summary>The tables about agents. What changes what an agent may do counts the version up in the same transaction.</summary>
internal static class AgentLedger
{
    private const string VersionName = "agents", StoppedName = "agents stopped";

    public static string? Version(DbConnection connection) =>
        connection.QueryFirstOrDefault<string>("SELECT value FROM kept WHERE name = @name", new { name = VersionName });

    public static StoredAgents Read(DbConnection connection) => new(
        // First: what changes while the rest is read is noticed next time.
        Version(connection),
        connection.ExecuteScalar<long>("SELECT count(*) FROM kept WHERE name = @name", new { name = StoppedName }) > 0,
        connection.Query<StoredAgent>(
            """
            SELECT name AS Name, identity AS Identity, subject AS Subject, per_minute AS PerMinute, per_day AS PerDay, added_at AS AddedAt, stopped_at AS StoppedAt
            FROM agents ORDER BY name
            """).AsList(),
        connection.Query<StoredGrant>("SELECT agent AS Agent, name AS Name, rule AS Rule, added_at AS AddedAt FROM agent_grants ORDER BY agent, name").AsList(),
        connection.Query<StoredKey>(
            "SELECT id AS Id, agent AS Agent, hash AS Hash, added_at AS AddedAt, expires_at AS ExpiresAt, used_at AS UsedAt FROM agent_keys ORDER BY agent, added_at").AsList());

    /// <summary>Whether it was: not where one of that name is there. What is left of one that stood in the settings goes: a name does not inherit.</summary>
    public static bool Add(WriteSession session, StoredAgent agent)
    {
        if (session.Scalar("SELECT 1 FROM agents WHERE name = @name AND identity IS NOT NULL", ("@name", agent.Name)) is not null)
            return false;
        Remove(session, agent.Name);
        return Changed(session, session.Execute(
            """
            INSERT INTO agents (name, identity, subject, per_minute, per_day, added_at) VALUES (@name, @identity, @subject, @minute, @day, @added)
            ON CONFLICT DO NOTHING
            """,
            ("@name", agent.Name), ("@identity", agent.Identity), ("@subject", agent.Subject), ("@minute", agent.PerMinute), ("@day", agent.PerDay), ("@added", agent.AddedAt)));
    }

    /// <summary>Takes it away with its keys, grants, counts and what it asked people, also where it stands in the settings.</summary>
    /// <returns>Whether there was anything.</returns>
    public static bool Remove(WriteSession session, string agent) => Changed(session,
        session.Execute("DELETE FROM agents WHERE name = @agent", ("@agent", agent))
        + session.Execute("DELETE FROM agent_grants WHERE agent = @agent", ("@agent", agent))
        + session.Execute("DELETE FROM agent_keys WHERE agent = @agent", ("@agent", agent))
        + session.Execute("DELETE FROM agent_days WHERE agent = @agent", ("@agent", agent))
        // A yes was given to this one, and not to the next of that name.
        + session.Execute("DELETE FROM agent_requests WHERE agent = @agent", ("@agent", agent)));

    public static void Stop(WriteSession session, string agent, long now) => Changed(session, session.Execute(
        """
        INSERT INTO agents (name, added_at, stopped_at) VALUES (@agent, @now, @now)
        ON CONFLICT (name) DO UPDATE SET stopped_at = COALESCE(agents.stopped_at, excluded.stopped_at)
        """,
        ("@agent", agent), ("@now", now)));

    public static void Start(WriteSession session, string agent) => Changed(session,
        session.Execute("UPDATE agents SET stopped_at = NULL WHERE name = @agent", ("@agent", agent))
        + session.Execute("DELETE FROM agents WHERE name = @agent AND identity IS NULL", ("@agent", agent)));

    public static void StopAll(WriteSession session, long now)
    {
        Kept.Write(session, StoppedName, now.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Changed(session, 1);
    }

    public static void StartAll(WriteSession session)
    {
        Kept.Forget(session, StoppedName);
        Changed(session, 1);
    }

    /// <summary>Gives it, or gives it anew in place of the one of that name.</summary>
    public static void Grant(WriteSession session, StoredGrant grant) => Changed(session, session.Execute(
        """
        INSERT INTO agent_grants (agent, name, rule, added_at) VALUES (@agent, @name, @rule, @added)
        ON CONFLICT (agent, name) DO UPDATE SET rule = excluded.rule, added_at = excluded.added_at
        """,
        ("@agent", grant.Agent), ("@name", grant.Name), ("@rule", grant.Rule), ("@added", grant.AddedAt)));

    public static bool Revoke(WriteSession session, string agent, string grant) => Changed(session, session.Execute(
        "DELETE FROM agent_grants WHERE agent = @agent AND name = @grant", ("@agent", agent), ("@grant", grant)));

    public static void AddKey(WriteSession session, StoredKey key) => Changed(session, session.Execute(
        "INSERT INTO agent_keys (id, agent, hash, added_at, expires_at) VALUES (@id, @agent, @hash, @added, @expires)",
        ("@id", key.Id), ("@agent", key.Agent), ("@hash", key.Hash), ("@added", key.AddedAt), ("@expires", key.ExpiresAt)));

    /// <summary>Has it end then, unless it ends before.</summary>
    public static bool EndKey(WriteSession session, string id, long at) => Changed(session, session.Execute(
        "UPDATE agent_keys SET expires_at = CASE WHEN expires_at < @at THEN expires_at ELSE @at END WHERE id = @id", ("@at", at), ("@id", id)));

    public static bool RemoveKey(WriteSession session, string id) => Changed(session, session.Execute("DELETE FROM agent_keys WHERE id = @id", ("@id", id)));

    /// <summary>The agent whose key it is, and the key's end.</summary>
    public static StoredKey? FindKey(WriteSession session, string id) => session.Row<StoredKey>(
        "SELECT id AS Id, agent AS Agent, hash AS Hash, added_at AS AddedAt, expires_at AS ExpiresAt FROM agent_keys WHERE id = @id", ("@id", id));

    /// <summary>No change of what anybody may do, so no new version.</summary>
    public static int Used(WriteSession session, string key, long hour) => session.Execute(
        "UPDATE agent_keys SET used_at = @hour WHERE id = @key AND (used_at IS NULL OR used_at < @hour)", ("@hour", hour), ("@key", key));

    /// <summary>Forgets keys that ended before then.</summary>
    public static int TidyKeys(WriteSession session, long before) => session.Execute("DELETE FROM agent_keys WHERE expires_at < @before", ("@before", before));

    /// <summary>
    /// Takes a person out: agents that act as them go, and grants name them no more. One that named nobody else goes too, since a list that came out
    /// empty would narrow nothing.
    /// </summary>
    /// <returns>How many agents and grants were changed.</returns>
    public static int Erase(WriteSession session, string person)
    {
        var gone = session.Rows<StoredAgent>("SELECT name AS Name FROM agents WHERE identity = @identity", ("@identity", WebexIdentity.Person(new PersonId(person)).ToString()));
        foreach (var agent in gone)
            Remove(session, agent.Name);
        var named = session.Rows<StoredGrant>("SELECT agent AS Agent, name AS Name, rule AS Rule, added_at AS AddedAt FROM agent_grants")
            .Where(grant => grant.Rule.Contains(person, StringComparison.Ordinal)).ToList();
        foreach (var grant in named)
        {
            if (AgentGrantReader.Without(grant.Rule, person) is { } rule)
                Grant(session, new StoredGrant { Agent = grant.Agent, Name = grant.Name, Rule = rule, AddedAt = grant.AddedAt });
            else
                Revoke(session, grant.Agent, grant.Name);
        }

        return gone.Count + named.Count;
    }

    private static bool Changed(WriteSession session, int rows)
    {
        if (rows > 0)
            session.Execute(
                "INSERT INTO kept (name, value) VALUES (@name, '1') ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(kept.value AS BIGINT) + 1 AS TEXT)", ("@name", VersionName));
        return rows > 0;
    }
}
