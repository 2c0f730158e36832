using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>What an id of a meeting names: a series; with an occurrence, that; with an instance, a meeting that is held or was.</summary>
internal sealed record NamedMeeting(MeetingState State, Occurrence? Occurrence = null, MeetingInstance? Instance = null)
{
    /// <summary>One that was held, of which something is left.</summary>
    public static NamedMeeting Held(World world, Guid meeting, Guid instance)
    {
        var state = world.Meetings.All[meeting];
        return new(state, null, state.Instances.Single(held => held.Key == instance));
    }

    public Meeting Meeting => State.Meeting;

    public MeetingPlan Plan => Instance?.Plan ?? Occurrence?.Plan ?? Meeting.Plan;

    public string Type => Instance is not null ? "meeting" : Occurrence is not null ? "scheduledMeeting" : "meetingSeries";

    public Guid Key => Instance?.Key ?? Meeting.Key;

    public string Id(SimulatorSwitches switches) =>
        Instance is not null ? MeetingId.Of(Meeting, Instance) : Occurrence is not null ? MeetingId.Of(Meeting, Occurrence.At, switches) : Meeting.Id;

    /// <summary>Where a meeting stands at a time. Nothing is kept of it: it follows from when the meeting is and who joined.</summary>
    public string StateAt(DateTimeOffset now, SimulatorSwitches switches)
    {
        if (Instance is not null) return Instance.State;
        if (Occurrence is not null) return OfOccurrence(Occurrence, now, switches);
        return State.Running is not null ? "inProgress" : Timetable.Current(State, now) is not null ? "active" : "expired";
    }

    private string OfOccurrence(Occurrence occurrence, DateTimeOffset now, SimulatorSwitches switches)
    {
        var held = State.Instances.Where(instance => instance.Occurrence == occurrence.At).ToList();
        if (held.Any(instance => !instance.IsOver)) return "ready";
        if (held.Count > 0 && (now >= occurrence.Plan.End || !switches.EndedMeetingsStayReady)) return "ended";
        if (now >= occurrence.Plan.End) return "missed";
        return Meeting.IsAdhoc || now >= occurrence.Plan.Start.AddMinutes(-switches.MeetingsAreReadyMinutesBefore) ? "ready" : "scheduled";
    }

    /// <summary>The meeting that is held of it, where one is.</summary>
    public MeetingInstance? Running => Instance is { IsOver: false } running ? running
        : Instance is not null ? null
        : State.Instances.LastOrDefault(instance => !instance.IsOver && (Occurrence is null || instance.Occurrence == Occurrence.At));
}
