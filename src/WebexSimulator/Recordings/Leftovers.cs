using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Recordings;

/// <summary>Makes by a control what Webex makes of a meeting: recordings, transcripts, summaries. Used inside the world's lock.</summary>
internal sealed class Leftovers(World world, RecordingMaking recordings, RecordingEvents events)
{
    private const int UsualMilliseconds = 2_000;

    public Recording Record(MeetingState state, MeetingInstance instance, Fields body)
    {
        var (format, seconds) = (body.Filled("format") ?? "MP4", body.Number("seconds"));
        if (format is not ("MP4" or "ARF")) throw Refusal.BadRequest(Texts.Invalid("format"));
        return seconds is not (<= 0 or > 86_400) ? recordings.Make(state, instance, format, (int?)seconds) : throw Refusal.BadRequest(Texts.Invalid("seconds"));
    }

    public Transcript Transcribe(MeetingState state, MeetingInstance instance, Fields body)
    {
        var snippets = new List<Snippet>();
        foreach (var item in Invitees.InviteeReading.Each(body, "snippets", 10_000))
        {
            var text = item.Filled("text") ?? throw Refusal.BadRequest(Texts.Invalid("text"));
            var email = item.Filled("email") ?? state.Meeting.Host.Email;
            var start = snippets.Count == 0 ? 0 : snippets[^1].Offset + snippets[^1].Duration;
            snippets.Add(new(
                text, world.People.WithEmail(email)?.DisplayName ?? email, email, (long)(item.Number("offset") ?? start), (long)(item.Number("duration") ?? UsualMilliseconds)));
        }
        if (snippets.Count == 0) throw Refusal.BadRequest(Texts.Invalid("snippets"));
        var transcript = new Transcript
        {
            Key = Guid.NewGuid(),
            MeetingKey = state.Meeting.Key,
            InstanceKey = instance.Key,
            Started = instance.Start,
            Created = world.Now(),
            Snippets = snippets,
        };
        world.Meetings.Transcripts.Add(transcript.Key, transcript);
        events.Raise("created", state.Meeting.Host, transcript);
        return transcript;
    }

    public MeetingSummary Summarise(MeetingState state, MeetingInstance instance, Fields body)
    {
        var summary = new MeetingSummary
        {
            Key = Guid.NewGuid(),
            MeetingKey = state.Meeting.Key,
            InstanceKey = instance.Key,
            Notes = body.Filled("notes") ?? throw Refusal.BadRequest(Texts.Invalid("notes")),
            ActionItems = body.Texts("actionItems"),
            Created = world.Now(),
        };
        world.Meetings.Summaries.Add(summary.Key, summary);
        return summary;
    }
}
