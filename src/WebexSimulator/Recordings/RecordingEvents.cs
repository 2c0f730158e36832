using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Recordings;

/// <summary>A recording or a transcript in a webhook: which, and of which meeting.</summary>
internal sealed record LeftoverData(
    string Id, string MeetingId, string ScheduledMeetingId, string MeetingSeriesId, string Topic, string CreateTime, string SiteUrl, string HostUserId, string HostEmail);

/// <summary>Tells of what is left of meetings. Used inside the world's lock.</summary>
internal sealed class RecordingEvents(World world, MeetingEvents meetings, SimulatorSwitches switches)
{
    public void Raise(string name, Person actor, Recording recording) =>
        Raise("recordings", name, actor, recording.MeetingKey, recording.InstanceKey, recording.Id, recording.Topic, recording.Created);

    public void Raise(string name, Person actor, Transcript transcript) =>
        Raise("meetingTranscripts", name, actor, transcript.MeetingKey, transcript.InstanceKey, transcript.Id, null, transcript.Created);

    private void Raise(string resource, string name, Person actor, Guid meetingKey, Guid instanceKey, string id, string? topic, DateTimeOffset created)
    {
        var state = world.Meetings.All[meetingKey];
        var (meeting, instance) = (state.Meeting, state.Instances.Single(instance => instance.Key == instanceKey));
        var data = new LeftoverData(
            id, MeetingId.Of(meeting, instance), MeetingId.Of(meeting, instance.Occurrence, switches), meeting.Id, topic ?? instance.Plan.Title,
            MeetingTime.Write(created, MeetingTime.Utc), meeting.SiteUrl, meeting.Host.Id, meeting.Host.Email);
        world.Raise(new(resource, name, actor, meetings.AudienceOf(state), id, meetings.DataOf(id, data), fact => fact switch
        {
            "id" => [id],
            "meetingId" => [data.MeetingId],
            "scheduledMeetingId" => [data.ScheduledMeetingId],
            "meetingSeriesId" => [data.MeetingSeriesId],
            "hostEmail" => [data.HostEmail],
            "hostUserId" => [data.HostUserId],
            "siteUrl" => [data.SiteUrl],
            _ => [],
        }));
    }
}
