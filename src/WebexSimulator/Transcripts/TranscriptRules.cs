using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;
using WebexSimulator.Recordings;

namespace WebexSimulator.Transcripts;

/// <summary>What may be done with transcripts: they are the host's.</summary>
internal sealed class TranscriptRules(World world, OnBehalf hosts, SimulatorSwitches switches)
{
    private const string ReadOfOthers = "meeting:admin_transcripts_read";

    public Page<TranscriptBody> List(ApiCall call)
    {
        var zone = MeetingCall.Zone(call);
        var (from, to) = (MeetingCall.Time(call, "from", zone), MeetingCall.Time(call, "to", zone));
        if (from > to) throw Refusal.BadRequest(Texts.Invalid("from"));
        var (person, page) = (hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers), call.Page(standard: 10, ceiling: 100));
        lock (world.Gate)
        {
            var now = world.Now();
            var (first, last) = (from ?? (to ?? now).AddDays(-7), to ?? from?.AddDays(7) ?? now.AddMilliseconds(1));
            var found = world.Meetings.Transcripts.Values.Where(transcript =>
                !transcript.IsDeleted && IsOf(person, transcript) && transcript.Started >= first && transcript.Started < last
                && (call.Query("meetingId") is not { } meeting || HeldOf(transcript).Id(switches) == meeting)
                && (call.Query("siteUrl") is not { } site || HeldOf(transcript).Meeting.SiteUrl == site));
            return page.Sorted(found, transcript => Cursor.NewestFirst(transcript.Started, transcript.Key)).Select(transcript => Body(transcript, call, zone));
        }
    }

    public string Download(ApiCall call, bool isPlain)
    {
        var person = hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers);
        lock (world.Gate) return Find(person, call) is var transcript && isPlain ? TranscriptText.Plain(transcript) : TranscriptText.Vtt(transcript);
    }

    public Page<SnippetBody> Snippets(ApiCall call)
    {
        var page = call.Page(standard: 100, ceiling: 100);
        lock (world.Gate)
        {
            var transcript = Find(call.Caller, call);
            return page.Sorted(Enumerable.Range(0, transcript.Snippets.Count), index => new Cursor(index, default)).Select(index => SnippetBody.Of(transcript, index));
        }
    }

    public SnippetBody Snippet(ApiCall call)
    {
        lock (world.Gate) return Find(call.Caller, call) is var transcript ? SnippetBody.Of(transcript, IndexOf(transcript, call)) : throw Refusal.NotFound();
    }

    public SnippetBody Rewrite(ApiCall call, Fields body)
    {
        lock (world.Gate)
        {
            var transcript = Find(call.Caller, call);
            var index = IndexOf(transcript, call);
            Reasons.Check(body);
            var text = body.Filled("text") ?? throw Refusal.BadRequest(Texts.Invalid("text"));
            transcript = transcript with { Snippets = [.. transcript.Snippets.Select((snippet, at) => at == index ? snippet with { Text = text } : snippet)] };
            world.Meetings.Transcripts[transcript.Key] = transcript;
            return SnippetBody.Of(transcript, index);
        }
    }

    public void Delete(ApiCall call, Fields? body)
    {
        Reasons.Check(body);
        lock (world.Gate)
        {
            var transcript = Find(call.Caller, call);
            world.Meetings.Transcripts[transcript.Key] = transcript with { IsDeleted = true };
        }
    }

    private Transcript Find(Person person, ApiCall call) =>
        Guid.TryParseExact(call.Path("transcriptId"), "N", out var key) && world.Meetings.Transcripts.TryGetValue(key, out var transcript)
        && !transcript.IsDeleted && IsOf(person, transcript)
            ? transcript
            : throw Refusal.NotFound();

    private static int IndexOf(Transcript transcript, ApiCall call) =>
        Enumerable.Range(0, transcript.Snippets.Count).FirstOrDefault(index => SnippetBody.IdOf(transcript, index) == call.Path("snippetId"), -1) is var index and >= 0
            ? index
            : throw Refusal.NotFound();

    private bool IsOf(Person person, Transcript transcript) => HeldOf(transcript).State.IsHostedBy(person);

    private NamedMeeting HeldOf(Transcript transcript) => NamedMeeting.Held(world, transcript.MeetingKey, transcript.InstanceKey);

    private TranscriptBody Body(Transcript transcript, ApiCall call, string zone)
    {
        var held = HeldOf(transcript);
        var link = $"{call.BaseUrl}/meetingTranscripts/{transcript.Id}/download?format=";
        return new(
            transcript.Id, held.Meeting.SiteUrl, MeetingTime.Write(transcript.Started, zone), held.Plan.Title, held.Id(switches),
            MeetingId.Of(held.Meeting, held.Instance!.Occurrence, switches), held.Meeting.Id, held.Meeting.Host.Id, $"{link}vtt", $"{link}txt", "available");
    }
}
