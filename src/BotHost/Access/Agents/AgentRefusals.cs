using System.Globalization;
using BotHost.Storage;

namespace BotHost.Access;

/// <summary>
/// Bounds what refusals cost. Whoever was refused so often within a minute is turned away for the rest of it: nothing is looked up for it, and how often that was is one row of the
/// audit a minute. Counted by each host for itself, in memory.
/// </summary>
internal sealed partial class AgentRefusals(AgentAudit audit, TimeProvider time, ILogger<AgentRefusals> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly MinuteRates _rates = new(time);
    private readonly Lock _gate = new();
    private Dictionary<(string Agent, string Why), long> _turnedAway = [];

    /// <summary>Null where a call may be looked at; else what to answer at once.</summary>
    public AgentDecision? TurnAway(AgentProfile agent)
    {
        if (agent.RefusalsPerMinute == 0 || _rates.Wait(agent.Name, agent.RefusalsPerMinute) is var wait && wait <= TimeSpan.Zero)
            return null;
        var seconds = Math.Ceiling(wait.TotalSeconds);
        Count(agent, WasRefused(agent));
        return new AgentDecision(
            AgentVerdict.Denied, null, string.Create(CultureInfo.InvariantCulture, $"denied: {agent.Name} was refused {agent.RefusalsPerMinute} times within a minute, so nothing is looked at that it calls now"),
            string.Create(CultureInfo.InvariantCulture, $"Try again in {seconds} seconds, and only what you were not refused."))
        {
            RetryAfter = TimeSpan.FromSeconds(seconds),
        };
    }

    /// <summary>Counts a refusal.</summary>
    /// <returns>Whether it is to be written down by itself. Calls that came at the same moment may be too many.</returns>
    public bool Add(AgentProfile agent)
    {
        if (agent.RefusalsPerMinute == 0 || _rates.Take(agent.Name, agent.RefusalsPerMinute) <= TimeSpan.Zero)
            return true;
        Count(agent, WasRefused(agent));
        return false;
    }

    /// <summary>Counts a call that was turned away for another reason.</summary>
    /// <param name="why">Part of a sentence: <c>50 of its calls were under way</c>.</param>
    public void Count(AgentProfile agent, string why)
    {
        lock (_gate)
            _turnedAway[(agent.Name, why)] = _turnedAway.GetValueOrDefault((agent.Name, why)) + 1;
    }

    /// <summary>Writes down how many were turned away since the last time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Dictionary<(string Agent, string Why), long> counts;
        lock (_gate)
            (counts, _turnedAway) = (_turnedAway, []);
        foreach (var ((agent, why), calls) in counts)
        {
            try
            {
                await audit.TurnedAwayAsync(agent, calls, why, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is StoreException or OperationCanceledException)
            {
                lock (_gate)
                    _turnedAway[(agent, why)] = _turnedAway.GetValueOrDefault((agent, why)) + calls;
                Log.NotWritten(logger, agent, calls, e.Message);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            await WriteAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static string WasRefused(AgentProfile agent) => string.Create(CultureInfo.InvariantCulture, $"it was refused {agent.RefusalsPerMinute} times within a minute");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Agent {Agent} was turned away {Calls} times, which could not be written into the audit yet: {Reason}")]
        public static partial void NotWritten(ILogger logger, string agent, long calls, string reason);
    }
}
