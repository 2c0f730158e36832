using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>Which meetings somebody may see and change. Used inside the world's lock.</summary>
internal sealed class MeetingSight(World world, SimulatorSwitches switches)
{
    /// <summary>What an id names, whoever asks; null where it names nothing, or nothing yet.</summary>
    /// <param name="isEarly">Also what Webex would not know of yet.</param>
    public NamedMeeting? Find(string? id, bool isEarly = false)
    {
        if (MeetingId.Read(id) is not { } read || !world.Meetings.All.TryGetValue(read.Series, out var state)) return null;
        if (read.Instance is { } number)
            return state.Instances.FirstOrDefault(instance => instance.Number == number) is { } instance && (isEarly || IsKnown(instance)) ? new(state, null, instance) : null;
        if (state.IsDeleted) return null;
        if (read.Occurrence is not { } at) return new(state);
        return Timetable.Find(state, at) is { } occurrence ? new(state, occurrence) : null;
    }

    /// <summary>One the person takes part in, or knows the password of.</summary>
    public NamedMeeting ToRead(Person person, string? id, string? password = null)
    {
        var named = Find(id) ?? throw Refusal.NotFound();
        return Sees(person, named.State) || (password is not null && password == named.Plan.Password && named.Instance is not { IsOver: true })
            ? named
            : throw new Refusal(switches.ForeignMeetingStatus, switches.ForeignMeetingStatus is StatusCodes.Status404NotFound ? Texts.NotFound : Texts.MeetingPassword);
    }

    /// <summary>One the person is the host of.</summary>
    public NamedMeeting Hosted(Person person, string? id) =>
        ToRead(person, id) is var named && named.State.IsHostedBy(person) ? named : throw Refusal.Forbidden(Texts.HostsOnly);

    /// <summary>A series or an occurrence the host may change: nothing that is held or was, and nothing for this once.</summary>
    public NamedMeeting ToChange(Person person, string? id)
    {
        var named = Hosted(person, id);
        if (named.Instance is not null) throw Refusal.BadRequest(Texts.NotScheduled);
        return named.Meeting.IsAdhoc ? throw Refusal.BadRequest(Texts.AdhocMeeting) : named;
    }

    /// <summary>The host and whoever is invited.</summary>
    public static bool TakesPart(Person person, MeetingState state) => state.IsHostedBy(person) || state.Invites(person);

    /// <summary>Who takes part; of a room's meetings also who is in the room.</summary>
    public bool Sees(Person person, MeetingState state) =>
        TakesPart(person, state)
        || (state.Meeting.RoomKey is { } room && world.Rooms.TryGetValue(room, out var members) && members.Has(person));

    /// <summary>Webex knows of a meeting only some time after it began, and again after it ended.</summary>
    public bool IsKnown(MeetingInstance instance) => world.Now() >= (instance.End is { } end
        ? end.AddMinutes(switches.EndedMeetingsAppearAfterMinutes)
        : instance.Start.AddMinutes(switches.RunningMeetingsAppearAfterMinutes));
}
