using System.Text.Json;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>For whom a meeting is written: in which zone, and with which application.</summary>
internal readonly record struct MeetingReader(string Zone, string AppId);

/// <summary>Writes meetings. Used inside the world's lock.</summary>
internal sealed class MeetingWriting(World world, SimulatorSwitches switches)
{
    private const string DialIn = "192.0.2.100";

    /// <param name="shown">The occurrence whose times a series is shown with; null for those of its first.</param>
    public MeetingBody Of(NamedMeeting named, MeetingReader reader, Occurrence? shown = null)
    {
        var (meeting, plan, instance) = (named.Meeting, named.Plan, named.Instance);
        var (state, isOver) = (named.StateAt(world.Now(), switches), instance is { IsOver: true });
        var (start, end) = TimesOf(named, shown);
        var running = named.Running;
        // That somebody joined is said of what is on, and of what may be joined.
        var isOn = state is "inProgress" or "ready";
        return new()
        {
            Id = named.Id(switches),
            MeetingSeriesId = named.Type is "meetingSeries" ? null : meeting.Id,
            ScheduledMeetingId = instance is null ? null : MeetingId.Of(meeting, instance.Occurrence, switches),
            MeetingNumber = isOver ? null : meeting.Number,
            Title = plan.Title,
            Agenda = plan.Agenda,
            Password = isOver ? null : plan.Password,
            PhoneAndVideoSystemPassword = isOver ? null : meeting.VideoPassword,
            MeetingType = named.Type,
            State = state,
            HostDidJoin = isOn ? running?.HostDidJoin ?? false : null,
            AttendeeDidJoin = isOn ? running is not null : null,
            IsModified = named.Occurrence?.IsModified,
            Timezone = plan.TimeZone,
            Start = MeetingTime.Write(start, reader.Zone),
            End = end is { } at ? MeetingTime.Write(at, reader.Zone) : null,
            Recurrence = named.Type is "meetingSeries" ? meeting.Recurrence : null,
            HostUserId = meeting.Host.Id,
            HostDisplayName = meeting.Host.DisplayName,
            HostEmail = meeting.Host.Email,
            HostKey = meeting.HostKey,
            SiteUrl = meeting.SiteUrl,
            WebLink = meeting.WebLink,
            RegisterLink = plan.Settings.TryGetProperty("registration", out _) ? $"{meeting.WebLink}&register=1" : null,
            SipAddress = isOver ? null : meeting.SipAddress,
            DialInIpAddress = isOver ? null : DialIn,
            RoomId = meeting.RoomKey is { } room ? WebexId.Room(room) : null,
            ScheduledType = meeting.ScheduledType,
            HasChat = Trait("hasChat"),
            HasRecording = isOver ? world.Meetings.Recordings.Values.Any(recording => recording.InstanceKey == instance!.Key) : null,
            HasTranscription = isOver ? world.Meetings.Transcripts.Values.Any(transcript => transcript.InstanceKey == instance!.Key) : null,
            HasClosedCaption = Trait("hasClosedCaption"),
            HasPolls = Trait("hasPolls"),
            HasQA = Trait("hasQA"),
            HasSlido = Trait("hasSlido"),
            IntegrationTags = meeting.IntegrationTags is [] || meeting.AppId != reader.AppId ? null : meeting.IntegrationTags,
            Telephony = Telephony.Of(meeting.Id, meeting.Number),
            Settings = SettingsOf(plan, isOver),
        };

        bool? Trait(string name) => isOver ? instance!.Traits.Contains(name) : null;
    }

    private static (DateTimeOffset Start, DateTimeOffset? End) TimesOf(NamedMeeting named, Occurrence? shown)
    {
        if (named.Instance is { } instance) return (instance.Start, instance.End);
        var plan = (named.Occurrence ?? shown ?? Timetable.First(named.State)).Plan;
        return (plan.Start, plan.End);
    }

    private static Dictionary<string, JsonElement> SettingsOf(MeetingPlan plan, bool isOver) =>
        plan.Settings.EnumerateObject().Where(setting => !isOver || setting.Name is not "trackingCodes").ToDictionary(setting => setting.Name, setting => setting.Value);
}
