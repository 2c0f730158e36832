using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>
/// A meeting in a webhook. What Webex sends is not documented; that its filters know these is. The switch sends the id alone.
/// </summary>
internal sealed record MeetingData(
    string Id, string? MeetingSeriesId = null, string? MeetingNumber = null, string? Title = null, string? MeetingType = null, string? State = null,
    string? Timezone = null, string? Start = null, string? End = null, string? HostUserId = null, string? HostDisplayName = null, string? HostEmail = null,
    string? SiteUrl = null, string? WebLink = null, string? ScheduledType = null);

/// <summary>Tells of meetings. Used inside the world's lock.</summary>
internal sealed class MeetingEvents(World world, MeetingWriting writing, SimulatorSwitches switches)
{
    public void Created(Person actor, NamedMeeting named) => Raise("created", actor, named);

    public void Updated(Person actor, NamedMeeting named) => Raise("updated", actor, named);

    public void Deleted(Person actor, NamedMeeting named) => Raise("deleted", actor, named);

    public void Started(Person actor, NamedMeeting named) => Raise("started", actor, named);

    public void Ended(Person actor, NamedMeeting named) => Raise("ended", actor, named);

    /// <summary>Who is told of what happens to a meeting: its host; by a switch whoever is invited too.</summary>
    public IReadOnlyList<Person> AudienceOf(MeetingState state) => !switches.InviteesHearOfMeetings
        ? [state.Meeting.Host]
        : [.. state.Invitees.Values.Select(invitee => world.People.WithEmail(invitee.Email)).OfType<Person>().Append(state.Meeting.Host).DistinctBy(person => person.Key)];

    /// <summary>What a webhook carries: what is known, or the id alone.</summary>
    public object DataOf(string id, object data) => switches.MeetingWebhooksHaveTheIdOnly ? new MeetingData(id) : data;

    private void Raise(string name, Person actor, NamedMeeting named)
    {
        var body = writing.Of(named, new(MeetingTime.Utc, ""));
        world.Raise(new("meetings", name, actor, AudienceOf(named.State), body.Id, DataOf(body.Id, Told(body)), fact => fact switch
        {
            "id" => [body.Id],
            "meetingNumber" => [named.Meeting.Number],
            "meetingType" => [body.MeetingType],
            "state" => [body.State],
            "hostEmail" => [body.HostEmail],
            "hostUserId" => [body.HostUserId],
            "siteUrl" => [body.SiteUrl],
            _ => [],
        }));
    }

    private static MeetingData Told(MeetingBody body) => new(
        body.Id, body.MeetingSeriesId ?? body.Id, body.MeetingNumber, body.Title, body.MeetingType, body.State, body.Timezone, body.Start, body.End,
        body.HostUserId, body.HostDisplayName, body.HostEmail, body.SiteUrl, body.WebLink, body.ScheduledType);
}
