using System.Globalization;
using BotHost.Storage;
using Dapper;

namespace BotHost.Access;

/// <summary>
/// Counts what agents do. Minutes are counted by each host for itself; days in the store, on all hosts together and past every restart.
/// </summary>
internal sealed class AgentBudgets(Database database, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    private readonly MinuteRates _rates = new(time);

    /// <summary>Counts the call against the first of these grants that has some left, and against the agent; or says why not.</summary>
    /// <exception cref="StoreException">It cannot be counted, so it must not be done.</exception>
    public async ValueTask<(AgentGrant? Grant, AgentDecision? Refusal)> TakeAsync(AgentProfile agent, IEnumerable<AgentGrant> grants, CancellationToken cancellationToken)
    {
        if (agent.PerMinute > 0 && _rates.Take(agent.Name, agent.PerMinute) is var wait && wait > TimeSpan.Zero)
            return (null, TooOften(null, $"{agent.Name} may call", agent.PerMinute, wait));
        AgentDecision? refusal = null;
        foreach (var grant in grants)
        {
            if (grant.PerMinute > 0 && _rates.Take($"{agent.Name}/{grant.Name}", grant.PerMinute) is var left && left > TimeSpan.Zero)
            {
                refusal ??= TooOften(grant.Name, $"grant {grant.Name} may be used", grant.PerMinute, left);
                continue;
            }

            var spent = agent.PerDay == 0 && grant.PerDay == 0 ? Spent.Nothing
                : await database.WriteAsync(session => Count(session, agent, grant), cancellationToken: cancellationToken).ConfigureAwait(false);
            if (spent == Spent.Nothing)
                return (grant, null);
            if (spent == Spent.Agent)
                return (null, TooMany(null, $"{agent.Name} may call", agent.PerDay));
            refusal ??= TooMany(grant.Name, $"grant {grant.Name} may be used", grant.PerDay);
        }

        return (null, refusal);
    }

    /// <summary>How often an agent has used each of its grants today, where days are counted; by the empty name, how often it called.</summary>
    public IReadOnlyDictionary<string, long> Today(string agent)
    {
        var day = Day(time.GetUtcNow());
        return database.Read(connection => connection.Query<(string Grant, long Calls)>("SELECT grant_name, calls FROM agent_days WHERE agent = @agent AND day = @day", new { agent, day })
            .ToDictionary(row => row.Grant, row => row.Calls));
    }

    /// <summary>Forgets the counts of days that are over, and keys that ended so long ago.</summary>
    public Task<int> TidyAsync(TimeSpan keyLife, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            session => session.Execute("DELETE FROM agent_days WHERE day < @before", ("@before", Day(now - Kept)))
                + AgentLedger.TidyKeys(session, (now - keyLife).ToUnixTimeMilliseconds()),
            cancellationToken: cancellationToken);
    }

    private Spent Count(WriteSession session, AgentProfile agent, AgentGrant grant)
    {
        var day = Day(time.GetUtcNow());
        if (agent.PerDay > 0 && !Add(session, agent.Name, "", day, agent.PerDay))
            return Spent.Agent;
        if (grant.PerDay == 0 || Add(session, agent.Name, grant.Name, day, grant.PerDay))
            return Spent.Nothing;
        if (agent.PerDay > 0)
            session.Execute("UPDATE agent_days SET calls = calls - 1 WHERE agent = @agent AND grant_name = '' AND day = @day", ("@agent", agent.Name), ("@day", day));
        return Spent.Grant;
    }

    // One statement judges and counts: another host may count between two.
    private static bool Add(WriteSession session, string agent, string grant, long day, int limit) => session.Execute(
        """
        INSERT INTO agent_days (agent, grant_name, day, calls) VALUES (@agent, @grant, @day, 1)
        ON CONFLICT (agent, grant_name, day) DO UPDATE SET calls = agent_days.calls + 1 WHERE agent_days.calls < @limit
        """,
        ("@agent", agent), ("@grant", grant), ("@day", day), ("@limit", limit)) == 1;

    private static long Day(DateTimeOffset at) => at.ToUnixTimeSeconds() / 86_400;

    private static AgentDecision TooOften(string? grant, string who, int limit, TimeSpan wait)
    {
        var seconds = Math.Ceiling(wait.TotalSeconds);
        return new AgentDecision(AgentVerdict.Denied, grant, string.Create(CultureInfo.InvariantCulture, $"denied: {who} {limit} times a minute"),
            string.Create(CultureInfo.InvariantCulture, $"Try again in {seconds} seconds.")) { RetryAfter = TimeSpan.FromSeconds(seconds) };
    }

    private AgentDecision TooMany(string? grant, string who, int limit)
    {
        var now = time.GetUtcNow();
        return new AgentDecision(AgentVerdict.Denied, grant, string.Create(CultureInfo.InvariantCulture, $"denied: {who} {limit} times a day, and has been"),
            "Try again after midnight UTC, or have whoever operates the bot raise PerDay.") { RetryAfter = TimeSpan.FromSeconds((Day(now) + 1) * 86_400 - now.ToUnixTimeSeconds()) };
    }

    private enum Spent
    {
        Nothing,
        Agent,
        Grant,
    }
}
