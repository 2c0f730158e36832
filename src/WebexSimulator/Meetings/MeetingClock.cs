using WebexSimulator.Model;
using WebexSimulator.State;

namespace WebexSimulator.Meetings;

/// <summary>
/// What happens to meetings by the simulator's clock: one that was to take so long ends, and where the settings want it every meeting is
/// held as it was planned. One timer, for what is due next.
/// </summary>
internal sealed class MeetingClock : IDisposable
{
    private readonly World _world;
    private readonly MeetingHolding _holding;
    private readonly MeetingOptions _options;
    private readonly StateKeeper _state;
    private readonly ITimer _timer;

    public MeetingClock(World world, MeetingHolding holding, MeetingOptions options, StateKeeper state, TimeProvider time)
    {
        (_world, _holding, _options, _state) = (world, holding, options, state);
        _timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        world.Happened += happened =>
        {
            if (happened.Resource is "meetings") Set();
        };
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Waits for what is next. Inside the world's lock.</summary>
    public void Set()
    {
        var now = _world.Now();
        var next = Ends().Concat(_options.AreHeld ? Begins(now) : []).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var wait = next - now;
        // The longest a timer takes is 49 days; it then finds nothing to do.
        var most = TimeSpan.FromDays(30);
        _timer.Change(next == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : wait < TimeSpan.Zero ? TimeSpan.Zero : wait < most ? wait : most, Timeout.InfiniteTimeSpan);
    }

    private void Ring()
    {
        lock (_world.Gate)
        {
            var now = _world.Now();
            foreach (var state in _world.Meetings.All.Values.ToList())
            {
                if (state.Running is { EndsBy: { } end } running && end <= now) _holding.End(state.Meeting.Host, state, running);
                if (_options.AreHeld && !state.IsDeleted && !state.Meeting.IsAdhoc && state.Running is null) Hold(state, now);
            }
            Set();
        }
        _state.Changed();
    }

    private void Hold(MeetingState state, DateTimeOffset now)
    {
        if (Timetable.Current(state, now) is not { } occurrence || occurrence.Plan.Start > now || IsHeld(state, occurrence)) return;
        var named = new NamedMeeting(state, occurrence);
        _holding.Join(named, state.Meeting.Host.Email, null, occurrence.Plan.End - now);
        foreach (var invitee in state.InviteesOf(occurrence.At).ToList()) _holding.Join(named, invitee.Email, invitee.DisplayName);
    }

    private IEnumerable<DateTimeOffset> Ends() => _world.Meetings.All.Values.Select(state => state.Running?.EndsBy).OfType<DateTimeOffset>();

    // One that is on keeps the next waiting, and when it ends there is a look again.
    private IEnumerable<DateTimeOffset> Begins(DateTimeOffset now) => _world.Meetings.Scheduled.Where(state => !state.Meeting.IsAdhoc && state.Running is null)
        .Select(state => Timetable.Current(state, now) is { } current && current.Plan.Start <= now && !IsHeld(state, current) ? now : Timetable.After(state, now)?.Plan.Start)
        .OfType<DateTimeOffset>();

    private static bool IsHeld(MeetingState state, Occurrence occurrence) => state.Instances.Any(instance => instance.Occurrence == occurrence.At);
}
