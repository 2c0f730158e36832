using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Meetings;

/// <summary>All meetings of an organisation, for its administrator: without what one could take part with.</summary>
internal sealed class AdminMeetings(World world, MeetingSight sight, MeetingListing listing, MeetingWriting writing, OnBehalf hosts)
{
    private const string Scope = "meeting:admin_schedule_read";

    public IReadOnlyList<MeetingBody> List(ApiCall call)
    {
        var (number, link, current, reader) = (call.Query("meetingNumber"), call.Query("webLink"), MeetingCall.Flag(call, "current") ?? true, MeetingCall.Reader(call));
        if (number is null == link is null) throw Refusal.BadRequest(Texts.NumberOrLink);
        lock (world.Gate)
        {
            Demand(call);
            return [.. listing.Addressed(number, link, current, state => IsOwn(call, state)).Select(named => Bare(writing.Of(named, reader)))];
        }
    }

    public MeetingBody Read(ApiCall call)
    {
        var (isCurrent, reader) = (call.QueryFlag("current"), MeetingCall.Reader(call));
        lock (world.Gate)
        {
            Demand(call);
            var named = sight.Find(call.Path("meetingId")) is { } found && IsOwn(call, found.State) ? found : throw Refusal.NotFound();
            var current = isCurrent && named.Type is "meetingSeries" ? Timetable.Current(named.State, world.Now()) : null;
            return Bare(writing.Of(named with { Occurrence = current ?? named.Occurrence }, reader));
        }
    }

    private void Demand(ApiCall call)
    {
        if (!hosts.IsAdministrator(call.Token, Scope)) throw Refusal.Forbidden(Texts.AdministratorsOnly);
    }

    private static bool IsOwn(ApiCall call, MeetingState state) => state.Meeting.Host.OrganisationKey == call.Caller.OrganisationKey;

    private static MeetingBody Bare(MeetingBody body)
    {
        foreach (var name in new[] { "panelistPassword", "registration" }) body.Settings?.Remove(name);
        return body with
        {
            Agenda = null,
            HostKey = null,
            Password = null,
            PhoneAndVideoSystemPassword = null,
            WebLink = null,
            RegisterLink = null,
            SipAddress = null,
            DialInIpAddress = null,
            Telephony = body.Telephony with { AccessCode = null },
        };
    }
}
