using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Recordings;

/// <summary>Makes recordings of meetings that are held or were. Used inside the world's lock.</summary>
internal sealed class RecordingMaking(World world, RecordingEvents events)
{
    private const int BytesASecond = 20_000;

    public Recording Make(MeetingState state, MeetingInstance instance, string format = "MP4", int? seconds = null)
    {
        var length = seconds ?? Math.Max(1, (int)((instance.End ?? world.Now()) - instance.Start).TotalSeconds);
        var recording = new Recording
        {
            Key = Guid.NewGuid(),
            MeetingKey = state.Meeting.Key,
            InstanceKey = instance.Key,
            Topic = instance.Plan.Title,
            Recorded = instance.Start,
            Created = world.Now(),
            Format = format,
            Seconds = length,
            Bytes = (long)length * BytesASecond,
            Password = MeetingPlanning.NewPassword(),
        };
        world.Meetings.Recordings.Add(recording.Key, recording);
        events.Raise("created", state.Meeting.Host, recording);
        return recording;
    }
}
