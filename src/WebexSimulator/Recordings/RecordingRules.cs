using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Recordings;

/// <summary>What may be done with recordings: the host's are his, and he shares them.</summary>
internal sealed class RecordingRules(World world, OnBehalf hosts, RecordingEvents events, SimulatorSwitches switches)
{
    private const string ReadOfOthers = "meeting:admin_recordings_read";
    private const string WriteOfOthers = "meeting:admin_recordings_write";
    private const int MostAddresses = 100;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(3);

    public Page<RecordingBody> List(AccessToken token, RecordingQuery query, MeetingReader reader, PageRequest page)
    {
        var person = hosts.Of(token, query.HostEmail, ReadOfOthers);
        lock (world.Gate)
        {
            var (from, to) = query.Range(world.Now());
            var found = world.Meetings.Recordings.Values.Where(recording =>
                Sees(person, recording) && recording.Status == query.Status && recording.Created >= from && recording.Created < to
                && query.Matches(recording, HeldOf(recording), reader, switches));
            return page.Sorted(found, recording => Cursor.NewestFirst(recording.Created, recording.Key)).Select(recording => Body(recording, person, reader));
        }
    }

    public RecordingBody Read(AccessToken token, string id, string? hostEmail, MeetingReader reader)
    {
        var person = hosts.Of(token, hostEmail, ReadOfOthers);
        lock (world.Gate)
        {
            var recording = Find(person, id);
            return Body(recording, person, reader) with { TemporaryDirectDownloadLinks = Links(recording, reader) };
        }
    }

    /// <summary>Into the recycle bin: a list of what is deleted still has it.</summary>
    public void Delete(AccessToken token, string id, string? hostEmail, Fields? body)
    {
        Reasons.Check(body);
        var person = hosts.Of(token, hostEmail, WriteOfOthers);
        lock (world.Gate)
        {
            var recording = Hosted(person, id);
            world.Meetings.Recordings[recording.Key] = recording with { IsDeleted = true };
            events.Raise("deleted", token.Person, recording);
        }
    }

    public void Share(AccessToken token, string id, Fields body)
    {
        var person = hosts.Of(token, body.Filled("hostEmail"), WriteOfOthers);
        var (added, removed) = (Addresses(body, "addEmails"), Addresses(body, "removeEmails"));
        _ = body.Flag("sendEmail");
        lock (world.Gate)
        {
            var recording = Hosted(person, id);
            recording = recording with
            {
                SharedWith = [.. recording.SharedWith.Union(added, StringComparer.OrdinalIgnoreCase).Except(removed, StringComparer.OrdinalIgnoreCase)],
            };
            world.Meetings.Recordings[recording.Key] = recording;
            events.Raise("updated", token.Person, recording);
        }
    }

    private static IReadOnlyList<string> Addresses(Fields body, string name) =>
        body.Texts(name) is var all && all.Count <= MostAddresses && all.All(email => email.Contains('@', StringComparison.Ordinal))
            ? all
            : throw Refusal.BadRequest(Texts.Invalid(name));

    private Recording Find(Person person, string id) =>
        Guid.TryParseExact(id, "N", out var key) && world.Meetings.Recordings.TryGetValue(key, out var recording) && !recording.IsDeleted && Sees(person, recording)
            ? recording
            : throw Refusal.NotFound();

    private Recording Hosted(Person person, string id) =>
        Find(person, id) is var recording && HeldOf(recording).State.IsHostedBy(person) ? recording : throw Refusal.Forbidden(Texts.HostsOnly);

    private bool Sees(Person person, Recording recording) => HeldOf(recording).State.IsHostedBy(person) || recording.IsSharedWith(person);

    private NamedMeeting HeldOf(Recording recording) => NamedMeeting.Held(world, recording.MeetingKey, recording.InstanceKey);

    private RecordingBody Body(Recording recording, Person person, MeetingReader reader)
    {
        var held = HeldOf(recording);
        var site = $"https://{held.Meeting.SiteUrl}/{held.Meeting.SiteUrl.Split('.')[0]}";
        return new(
            recording.Id, held.Id(switches), MeetingId.Of(held.Meeting, held.Instance!.Occurrence, switches), held.Meeting.Id, recording.Topic,
            MeetingTime.Write(recording.Created, reader.Zone), MeetingTime.Write(recording.Recorded, reader.Zone), held.Meeting.SiteUrl,
            $"{site}/lsr.php?RCID={recording.Id}", $"{site}/ldr.php?RCID={recording.Id}", recording.Password, null, recording.Format, "MeetingCenter",
            recording.Seconds, recording.Bytes, recording.IsSharedWith(person),
            held.Meeting.IntegrationTags is [] || held.Meeting.AppId != reader.AppId ? null : held.Meeting.IntegrationTags, recording.Status);
    }

    private DownloadLinks Links(Recording recording, MeetingReader reader)
    {
        var link = $"https://{HeldOf(recording).Meeting.SiteUrl}/nbr/downloadMedia.do?recordid={recording.Id}";
        return new($"{link}&type=video", $"{link}&type=audio", $"{link}&type=transcript", MeetingTime.Write(world.Now() + Lifetime, reader.Zone));
    }
}
