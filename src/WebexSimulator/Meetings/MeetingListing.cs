using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>Lists meetings: somebody's, or those that a number, a link, a room or a series names.</summary>
internal sealed class MeetingListing(World world, Sight rooms, MeetingSight sight, MeetingWriting writing, SimulatorSwitches switches)
{
    private const int MostInstances = 10_000;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="looksAfter">Whether somebody is an administrator of a meeting's organisation: then what was held is listed whoever took part.</param>
    public Page<MeetingBody> List(Person person, MeetingQuery query, MeetingReader reader, PageRequest page, Func<MeetingState, bool> looksAfter)
    {
        lock (world.Gate)
        {
            if (query.SeriesId is { } series) return Write(OfSeries(person, series, query), query with { ScheduledType = null, SiteUrl = null, Tag = null }, reader, page);
            if (query.RoomId is { } room) return All(OfRoom(person, room, query), query, reader);
            if (query.Number is not null || query.WebLink is not null) return All(ByAddress(person, query), query, reader);
            var own = world.Meetings.All.Values.Where(state => MeetingSight.TakesPart(person, state) || (query.Type is "meeting" && looksAfter(state)));
            return Write(own.SelectMany(state => Of(state, query.Type ?? "meetingSeries", query)), query, reader, page);
        }
    }

    /// <summary>What a number or a link is of, as those see it who look after meetings.</summary>
    public IReadOnlyList<NamedMeeting> Addressed(string? number, string? webLink, bool current, Func<MeetingState, bool> isSeen)
    {
        var state = world.Meetings.Scheduled.FirstOrDefault(state => !state.Meeting.IsAdhoc && (state.Meeting.Number == number || state.Meeting.WebLink == webLink));
        if (state is null || !isSeen(state)) return [];
        return [new(state, current ? Timetable.Current(state, world.Now()) : null)];
    }

    private IReadOnlyList<NamedMeeting> ByAddress(Person person, MeetingQuery query)
    {
        var found = Addressed(query.Number, query.WebLink, query.Current, state => sight.Sees(person, state) || state.Meeting.Plan.Password == query.Password);
        return found is [] && switches.UnknownMeetingNumberIs404 ? throw Refusal.NotFound() : found;
    }

    private IEnumerable<NamedMeeting> OfRoom(Person person, string roomId, MeetingQuery query)
    {
        var room = rooms.MemberRoom(person, roomId);
        var site = query.SiteUrl ?? MeetingSites.PreferredOf(world, person);
        return world.Meetings.Scheduled.Where(state => state.Meeting.RoomKey == room.Room.Key && !state.Meeting.IsAdhoc && state.Meeting.SiteUrl == site)
            .Select(state => new NamedMeeting(state));
    }

    private IEnumerable<NamedMeeting> OfSeries(Person person, string id, MeetingQuery query)
    {
        var named = sight.ToRead(person, id, query.Password);
        if (named.Type is not "meetingSeries") throw Refusal.NotFound();
        return query.Type is null or "meetingSeries"
            ? Of(named.State, "scheduledMeeting", query).Concat(Of(named.State, "meeting", query))
            : Of(named.State, query.Type, query);
    }

    private IEnumerable<NamedMeeting> Of(MeetingState state, string type, MeetingQuery query)
    {
        var (from, to) = Range(type, query);
        if (type is "meeting") return state.Instances.Where(instance => sight.IsKnown(instance) && instance.Start < to && !(instance.End <= from)).Select(instance => new NamedMeeting(state, null, instance));
        if (state.Meeting.IsAdhoc || state.IsDeleted) return [];
        if (type is "scheduledMeeting") return Timetable.Between(state, from, to).Select(occurrence => new NamedMeeting(state, occurrence));
        return Overlaps(state, from, to) && (state.Meeting.ScheduledType is not "personalRoomMeeting" || query.ScheduledType is not null) ? [new(state)] : [];
    }

    // From its first occurrence to its last, whether or not one falls into the time.
    private static bool Overlaps(MeetingState state, DateTimeOffset from, DateTimeOffset to) =>
        Timetable.First(state).Plan.Start < to && Timetable.Current(state, from) is not null;

    private (DateTimeOffset From, DateTimeOffset To) Range(string type, MeetingQuery query)
    {
        var now = world.Now();
        var (from, to) = type is "meeting" ? (now - Week, now.AddMilliseconds(1)) : (now, now + Week);
        return (query.From ?? (query.To is { } end ? end - Week : from), query.To ?? (query.From is { } begin ? begin + Week : to));
    }

    private Page<MeetingBody> All(IEnumerable<NamedMeeting> meetings, MeetingQuery query, MeetingReader reader) =>
        Write(meetings, query with { Type = null, State = null, IsModified = null, SiteUrl = null }, reader, new(int.MaxValue - 1, null));

    private Page<MeetingBody> Write(IEnumerable<NamedMeeting> meetings, MeetingQuery query, MeetingReader reader, PageRequest page)
    {
        var wanted = meetings.Where(named => IsWanted(named, query, reader)).Take(MostInstances);
        return page.Sorted(wanted, named => Cursor.At(named.Instance?.Start ?? named.Plan.Start, named.Key))
            .Select(named => writing.Of(named, reader, query.Current ? Timetable.Current(named.State, world.Now()) : null));
    }

    private bool IsWanted(NamedMeeting named, MeetingQuery query, MeetingReader reader) =>
        (query.State is null || named.StateAt(world.Now(), switches) == query.State)
        && (query.ScheduledType is null || named.Meeting.ScheduledType == query.ScheduledType)
        && (query.IsModified is not { } modified || named.Occurrence is null || named.Occurrence.IsModified == modified)
        && (query.SiteUrl is null || named.Meeting.SiteUrl == query.SiteUrl)
        && (query.Tag is null || (named.Meeting.AppId == reader.AppId && named.Meeting.IntegrationTags.Contains(query.Tag)))
        && query.Traits.All(trait => Has(named.Instance!, trait.Key) == trait.Value);

    private bool Has(MeetingInstance instance, string trait) => trait switch
    {
        "hasRecording" => world.Meetings.Recordings.Values.Any(recording => recording.InstanceKey == instance.Key),
        "hasTranscription" => world.Meetings.Transcripts.Values.Any(transcript => transcript.InstanceKey == instance.Key),
        "hasSummary" => world.Meetings.Summaries.Values.Any(summary => summary.InstanceKey == instance.Key),
        _ => instance.Traits.Contains(trait),
    };
}
