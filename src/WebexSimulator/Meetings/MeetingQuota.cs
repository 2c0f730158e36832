using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>How many meetings somebody may schedule in 24 hours. What is refused counts as well. Used inside the world's lock.</summary>
internal sealed class MeetingQuota(World world, MeetingOptions options, SimulatorSwitches switches)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Dictionary<Guid, Queue<(DateTimeOffset At, Guid Host)>> _calls = [];

    public void Take(Person caller, Person host, bool isAdministrator)
    {
        if (!_calls.TryGetValue(caller.Key, out var calls)) _calls[caller.Key] = calls = [];
        var now = world.Now();
        while (calls.TryPeek(out var oldest) && oldest.At <= now - Day) calls.Dequeue();
        calls.Enqueue((now, host.Key));
        var (all, ofHost) = isAdministrator ? (options.PerDayOfAdministrators, options.PerDayOfAdministratorsForOne) : (options.PerDay, options.PerDay);
        if (calls.Count > all || calls.Count(call => call.Host == host.Key) > ofHost)
            throw new Refusal(switches.MeetingQuotaStatus, Texts.TooManyMeetings, calls.Peek().At + Day - now);
    }

    public void Clear() => _calls.Clear();
}
