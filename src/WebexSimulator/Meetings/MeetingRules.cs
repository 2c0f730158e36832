using System.Globalization;
using System.Security.Cryptography;
using WebexSimulator.Http;
using WebexSimulator.Invitees;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Meetings;

/// <summary>Schedules meetings, changes and deletes them.</summary>
internal sealed class MeetingRules(
    World world, Sight rooms, MeetingSight sight, OnBehalf hosts, InviteeReading invitees, MeetingWriting writing, MeetingEvents events, AdhocMeetings adhoc,
    MeetingQuota quota, SimulatorSwitches switches)
{
    private const string WriteOfOthers = "meeting:admin_schedule_write";
    private const string ReadOfOthers = "meeting:admin_schedule_read";
    private const int MostTags = 3;
    private const int LongestTag = 64;

    private static readonly string[] ScheduledTypes = ["meeting", "webinar", "personalRoomMeeting"];

    public MeetingBody Read(AccessToken token, string id, bool isCurrent, string? hostEmail, string? password, MeetingReader reader)
    {
        var person = hosts.Of(token, hostEmail, ReadOfOthers);
        lock (world.Gate)
        {
            var named = sight.ToRead(person, id, password);
            var current = isCurrent && named.Type is "meetingSeries" ? Timetable.Current(named.State, world.Now()) : null;
            return writing.Of(named with { Occurrence = current ?? named.Occurrence }, reader);
        }
    }

    public MeetingBody Create(AccessToken token, Fields body, MeetingReader reader)
    {
        // A room's meeting is the caller's own, whomever he names.
        var host = hosts.Of(token, body.Filled("roomId") is null ? body.Filled("hostEmail") : null, WriteOfOthers);
        lock (world.Gate)
        {
            quota.Take(token.Person, host, hosts.IsAdministrator(token, WriteOfOthers));
            var room = RoomOf(token, body);
            if (body.Flag("adhoc") is true) return writing.Of(new(adhoc.Of(token, room ?? throw Refusal.BadRequest(Texts.Invalid("roomId")), body)), reader);
            if (body.Filled("templateId") is not null) throw Refusal.NotFound();
            _ = body.Flag("sendEmail");
            var state = world.Meetings.Add(Checked(New(token, host, room, body)));
            try
            {
                invitees.Invite(host, state, room, body);
            }
            catch
            {
                world.Meetings.Remove(state);
                throw;
            }
            events.Created(token.Person, new(state));
            return writing.Of(new(state), reader);
        }
    }

    /// <summary>An occurrence is changed for itself; a change of when a series is undoes what was changed of its occurrences.</summary>
    /// <param name="isPut">By PUT; PATCH can clear as well.</param>
    public MeetingBody Update(AccessToken token, string id, Fields body, MeetingReader reader, bool isPut)
    {
        var person = hosts.Of(token, body.Filled("hostEmail"), WriteOfOthers);
        lock (world.Gate)
        {
            var named = sight.ToChange(person, id);
            _ = body.Flag("sendEmail");
            var (state, meeting, before) = (named.State, named.Meeting, named.Plan);
            var from = isPut && switches.PutOfMeetingsReplaces ? before with { Agenda = null, Settings = MeetingSettings.New(body, meeting.ScheduledType) } : before;
            var after = MeetingPlanning.Changed(from, body, meeting.ScheduledType, world.Now());
            if (named.Occurrence is { } occurrence && meeting.Recurrence is not null)
            {
                state.Exceptions[occurrence.At] = after;
                named = new(state, occurrence with { Plan = after, IsModified = true });
            }
            else
            {
                var recurrence = RecurrenceAfter(meeting.Recurrence, body, isPut);
                state.Meeting = Checked(meeting with { Plan = after, Recurrence = recurrence, IntegrationTags = body.Has("integrationTags") ? Tags(body) : meeting.IntegrationTags });
                if ((after.Start, after.End, recurrence) != (before.Start, before.End, meeting.Recurrence)) state.Exceptions.Clear();
                named = new(state);
            }
            events.Updated(token.Person, named);
            return writing.Of(named, reader);
        }
    }

    public void Delete(AccessToken token, string id, string? hostEmail)
    {
        var person = hosts.Of(token, hostEmail, WriteOfOthers);
        lock (world.Gate)
        {
            var named = sight.ToChange(person, id);
            events.Deleted(token.Person, named);
            if (named.Occurrence is { } occurrence && named.Meeting.Recurrence is not null) named.State.Exceptions[occurrence.At] = null;
            else world.Meetings.Remove(named.State);
        }
    }

    private RoomState? RoomOf(AccessToken token, Fields body)
    {
        if (body.Filled("roomId") is not { } id) return null;
        token.DemandAny(["spark:all"]);
        return rooms.MemberRoom(token.Person, id);
    }

    private Meeting New(AccessToken token, Person host, RoomState? room, Fields body)
    {
        var type = body.Filled("scheduledType") ?? "meeting";
        if (!ScheduledTypes.Contains(type)) throw Refusal.BadRequest(Texts.Invalid("scheduledType"));
        if (type is "webinar" && switches.WebinarsNeedASessionType && body.Number("sessionTypeId") is null) throw Refusal.BadRequest(Texts.Invalid("sessionTypeId"));
        var site = body.Filled("siteUrl") ?? MeetingSites.PreferredOf(world, host);
        if (!MeetingSites.Of(host).Contains(site)) throw Refusal.BadRequest(Texts.Invalid("siteUrl"));
        return new()
        {
            Key = Guid.NewGuid(),
            Number = NewNumber(10),
            Host = host,
            AppId = token.AppId,
            SiteUrl = site,
            HostKey = NewNumber(6),
            VideoPassword = NewNumber(8),
            ScheduledType = type,
            RoomKey = room?.Room.Key,
            Recurrence = RecurrenceAfter(null, body, isPut: true),
            IntegrationTags = Tags(body),
            Plan = MeetingPlanning.New(body, type, world.Now()),
            Created = world.Now(),
        };
    }

    private string? RecurrenceAfter(string? before, Fields body, bool isPut) =>
        body.Filled("recurrence") is { } rule ? Recurrence.Read(rule, switches) : !isPut && body.IsNull("recurrence") ? null : before;

    private static Meeting Checked(Meeting meeting) =>
        meeting.Recurrence is { } rule ? meeting with { Plan = Recurrence.FromFirst(meeting.Plan, rule) } : meeting;

    private static IReadOnlyList<string> Tags(Fields body) => body.Texts("integrationTags") is var tags && tags.Count <= MostTags && tags.All(tag => tag.Length <= LongestTag)
        ? tags
        : throw Refusal.BadRequest(Texts.Invalid("integrationTags"));

    internal static string NewNumber(int digits) =>
        RandomNumberGenerator.GetInt32(1, 10).ToString(CultureInfo.InvariantCulture) + RandomNumberGenerator.GetString("0123456789", digits - 1);
}
