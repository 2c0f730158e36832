using System.Data.Common;
using Dapper;

namespace BotHost.Operations;

/// <summary>What must hold of the rows, whatever happened to the process that wrote them. Each counts the rows that break it.</summary>
internal static class StoreInvariants
{
    private static readonly (string Name, string Count)[] All =
    [
        ("no event is there twice", "SELECT count(*) FROM (SELECT key FROM events GROUP BY key HAVING count(*) > 1) AS twice"),
        ("every event has a known state", "SELECT count(*) FROM events WHERE status NOT BETWEEN 0 AND 5"),
        ("what is finished says when, what is open does not", "SELECT count(*) FROM events WHERE (status <= 1 OR status = 5) <> (finished_at IS NULL)"),
        ("every queued event has a body to run", "SELECT count(*) FROM events WHERE status = 0 AND body IS NULL"),
        ("every event that waits for an answer has asked", "SELECT count(*) FROM events WHERE status = 5 AND (body IS NULL OR NOT EXISTS (SELECT 1 FROM questions WHERE event = sequence))"),
        ("every effect has a known state", "SELECT count(*) FROM effects WHERE state NOT BETWEEN 0 AND 5"),
        ("what came of an effect says when, what is to be sent does not", "SELECT count(*) FROM effects WHERE (state <= 1) <> (ended_at IS NULL)"),
        ("every effect to be sent has content", "SELECT count(*) FROM effects WHERE state <= 1 AND body IS NULL"),
        ("what was sent is a message, and its content forgotten", "SELECT count(*) FROM effects WHERE state = 2 AND (message_id IS NULL OR body IS NOT NULL)"),
        ("what a step made is known from when it ended", "SELECT count(*) FROM steps WHERE ended_at IS NULL AND (result IS NOT NULL OR subject IS NOT NULL)"),
        ("of every key of an agent a hash is kept", "SELECT count(*) FROM agent_keys WHERE length(hash) <> 32"),
        ("no agent called less often than never", "SELECT count(*) FROM agent_days WHERE calls < 0"),
        ("every call of an agent that is under way was decided", "SELECT count(*) FROM audit_open WHERE number NOT IN (SELECT number FROM audit WHERE verdict = 'Allowed')"),
    ];

    public static IReadOnlyList<(string Name, long Broken)> Check(DbConnection connection) =>
        [.. All.Select(invariant => (invariant.Name, connection.ExecuteScalar<long>(invariant.Count)))];
}
