using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Recordings;

/// <summary>Which recordings a list is of: without a range those of the last week.</summary>
internal sealed record RecordingQuery(
    DateTimeOffset? From, DateTimeOffset? To, string? MeetingId, string? HostEmail, string? SiteUrl, string? Tag, string? Topic, string? Format, string? ServiceType,
    string Status)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static RecordingQuery Read(ApiCall call)
    {
        var zone = MeetingCall.Zone(call);
        var query = new RecordingQuery(
            MeetingCall.Time(call, "from", zone), MeetingCall.Time(call, "to", zone), call.Query("meetingId"), call.Query("hostEmail"), call.Query("siteUrl"),
            call.Query("integrationTag"), call.Query("topic"), MeetingCall.Choice(call, "format", ["MP4", "ARF"]),
            MeetingCall.Choice(call, "serviceType", ["MeetingCenter", "EventCenter", "SupportCenter", "TrainingCenter"]),
            MeetingCall.Choice(call, "status", ["available", "deleted", "purged"]) ?? "available");
        return query.From > query.To ? throw Refusal.BadRequest(Texts.Invalid("from")) : query;
    }

    public (DateTimeOffset From, DateTimeOffset To) Range(DateTimeOffset now) =>
        (From ?? (To ?? now) - Week, To ?? (From is { } from ? from + Week : now.AddMilliseconds(1)));

    public bool Matches(Recording recording, NamedMeeting held, MeetingReader reader, SimulatorSwitches switches) =>
        (MeetingId is null || IsOf(held, switches))
        && (SiteUrl is null || MeetingId is not null || held.Meeting.SiteUrl == SiteUrl)
        && (Tag is null || (held.Meeting.AppId == reader.AppId && held.Meeting.IntegrationTags.Contains(Tag)))
        && (Topic is null || recording.Topic.Contains(Topic, StringComparison.OrdinalIgnoreCase))
        && (Format is null || recording.Format == Format)
        && ServiceType is null or "MeetingCenter";

    // A series, an occurrence or a meeting that was held.
    private bool IsOf(NamedMeeting held, SimulatorSwitches switches) =>
        MeetingId == held.Meeting.Id || MeetingId == held.Id(switches) || MeetingId == Meetings.MeetingId.Of(held.Meeting, held.Instance!.Occurrence, switches);
}
