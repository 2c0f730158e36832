using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Meetings;

/// <summary>Gives meetings another host: for an administrator. Each for itself; where one cannot be, the answer says which.</summary>
internal sealed class HostReassigning(World world, MeetingSight sight, OnBehalf hosts, MeetingEvents events)
{
    private const string Scope = "meeting:admin_schedule_write";
    private const int Most = 100;

    /// <summary>Null where all of them have the new host.</summary>
    public ListBody<Reassigned>? Reassign(AccessToken token, Fields body)
    {
        var email = body.Filled("hostEmail") ?? throw Refusal.BadRequest(Texts.Invalid("hostEmail"));
        var ids = body.Texts("meetingIds");
        if (ids.Count is 0 or > Most) throw Refusal.BadRequest(Texts.Invalid("meetingIds"));
        lock (world.Gate)
        {
            if (!hosts.IsAdministrator(token, Scope)) throw Refusal.Forbidden(Texts.AdministratorsOnly);
            var host = world.People.WithEmail(email) is { IsBot: false } person && person.OrganisationKey == token.Person.OrganisationKey ? person : throw Refusal.NotFound();
            List<Reassigned> results = [.. ids.Select(id => Reassign(token, host, id) is { } wrong ? Reassigned.Refused(id, wrong) : Reassigned.Done(id))];
            return results.All(result => result.Errors is null) ? null : new(results);
        }
    }

    private Refusal? Reassign(AccessToken token, Person host, string id)
    {
        if (sight.Find(id) is not { Type: "meetingSeries" } named || named.Meeting.Host.OrganisationKey != token.Person.OrganisationKey) return Refusal.NotFound();
        if (named.State.Running is not null) return Refusal.BadRequest(Texts.MeetingIsOn);
        named.State.Meeting = named.Meeting with { Host = host, SiteUrl = MeetingSites.PreferredOf(world, host) };
        events.Updated(token.Person, new(named.State));
        return null;
    }
}

/// <summary>What became of one meeting.</summary>
internal sealed record Reassigned(string MeetingId, int HttpStatus, string? Message, IReadOnlyList<ErrorDescription>? Errors)
{
    public static Reassigned Done(string meetingId) => new(meetingId, StatusCodes.Status200OK, null, null);

    public static Reassigned Refused(string meetingId, Refusal refusal) => new(meetingId, refusal.Status, refusal.Message, [new(refusal.Message)]);
}
