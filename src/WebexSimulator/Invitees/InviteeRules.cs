using System.Globalization;
using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Invitees;

/// <summary>Who is invited to a meeting: whoever sees the meeting reads it, and the host changes it. To a series, or to one occurrence.</summary>
internal sealed class InviteeRules(World world, MeetingSight sight, OnBehalf hosts, InviteeReading reading, SimulatorSwitches switches)
{
    private const string ReadOfOthers = "meeting:admin_schedule_read";
    private const string WriteOfOthers = "meeting:admin_schedule_write";
    private const int MostAtOnce = 100;

    public Page<InviteeBody> List(ApiCall call)
    {
        var meetingId = call.Query("meetingId") ?? throw Refusal.BadRequest(Texts.Required("meetingId"));
        var (isPanelist, page) = (MeetingCall.Flag(call, "panelist"), call.Page(standard: 10, ceiling: 100));
        var person = hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers);
        lock (world.Gate)
        {
            var named = sight.ToRead(person, meetingId);
            var all = named.State.InviteesOf(OccurrenceOf(named)).Where(invitee => isPanelist is null || invitee.IsPanelist == isPanelist)
                .OrderBy(invitee => invitee.Email, StringComparer.Ordinal).ToList();
            return page.Sorted(all.Index(), entry => new Cursor(entry.Index, default)).Select(entry => Body(named, entry.Item));
        }
    }

    public InviteeBody Create(AccessToken token, Fields body)
    {
        var person = hosts.Of(token, body.Filled("hostEmail"), WriteOfOthers);
        lock (world.Gate)
        {
            var named = sight.ToChange(person, MeetingIdOf(body));
            _ = body.Flag("sendEmail");
            return Body(named, Add(named, InviteeReading.Read(body)));
        }
    }

    /// <summary>All or none.</summary>
    public IReadOnlyList<InviteeBody> CreateAll(AccessToken token, Fields body)
    {
        var person = hosts.Of(token, body.Filled("hostEmail"), WriteOfOthers);
        lock (world.Gate)
        {
            var named = sight.ToChange(person, MeetingIdOf(body));
            var all = InviteeReading.Each(body, "items", MostAtOnce).Select(item =>
            {
                _ = item.Flag("sendEmail");
                return InviteeReading.Read(item);
            }).ToList();
            if (all.Count == 0) throw Refusal.BadRequest(Texts.Invalid("items"));
            if (all.Select(item => item.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count() < all.Count || all.Any(item => Has(named, item.Email)))
                throw Refusal.Conflict(Texts.AlreadyInvited);
            return [.. all.Select(item => Body(named, Add(named, item)))];
        }
    }

    public InviteeBody Read(AccessToken token, string id, string? hostEmail)
    {
        var person = hosts.Of(token, hostEmail, ReadOfOthers);
        lock (world.Gate) return Find(id, meetingId => sight.ToRead(person, meetingId)) is var (named, invitee) ? Body(named, invitee) : throw Refusal.NotFound();
    }

    public InviteeBody Update(AccessToken token, string id, Fields body)
    {
        var person = hosts.Of(token, body.Filled("hostEmail"), WriteOfOthers);
        lock (world.Gate)
        {
            var (named, invitee) = Find(id, meetingId => sight.ToChange(person, meetingId)) ?? throw Refusal.NotFound();
            var (email, name, isCoHost, _) = InviteeReading.Read(body);
            _ = body.Flag("sendEmail");
            if (!invitee.Is(email) && Has(named, email)) throw Refusal.Conflict(Texts.AlreadyInvited);
            invitee = invitee with
            {
                Email = email,
                DisplayName = reading.NameOf(email, name ?? (invitee.Is(email) ? invitee.DisplayName : null)),
                IsCoHost = isCoHost ?? invitee.IsCoHost,
                IsPanelist = body.Flag("panelist") ?? invitee.IsPanelist,
            };
            named.State.Invitees[invitee.Number] = invitee;
            return Body(named, invitee);
        }
    }

    /// <summary>Of an occurrence, from that alone.</summary>
    public void Delete(AccessToken token, string id, string? hostEmail)
    {
        var person = hosts.Of(token, hostEmail, WriteOfOthers);
        lock (world.Gate)
        {
            var (named, invitee) = Find(id, meetingId => sight.ToChange(person, meetingId)) ?? throw Refusal.NotFound();
            if (OccurrenceOf(named) is { } at && invitee.Occurrence is null) named.State.Invitees[invitee.Number] = invitee with { NotAt = [.. invitee.NotAt, at] };
            else named.State.Invitees.Remove(invitee.Number);
        }
    }

    private static string MeetingIdOf(Fields body) => body.Filled("meetingId") ?? throw Refusal.BadRequest(Texts.Invalid("meetingId"));

    private static DateTimeOffset? OccurrenceOf(NamedMeeting named) => named.Instance?.Occurrence ?? named.Occurrence?.At;

    private static bool Has(NamedMeeting named, string email) => named.State.InviteesOf(OccurrenceOf(named)).Any(invitee => invitee.Is(email));

    private Invitee Add(NamedMeeting named, (string Email, string? Name, bool? IsCoHost, bool IsPanelist) item) => Has(named, item.Email)
        ? throw Refusal.Conflict(Texts.AlreadyInvited)
        : reading.Add(named.State, item.Email, item.Name, item.IsCoHost ?? false, item.IsPanelist, OccurrenceOf(named));

    // A meeting's id with a number.
    private (NamedMeeting Named, Invitee Invitee)? Find(string id, Func<string, NamedMeeting> find)
    {
        var at = id.LastIndexOf('_');
        if (at < 0 || !int.TryParse(id[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var named = find(id[..at]);
        return named.State.InviteesOf(OccurrenceOf(named)).FirstOrDefault(invitee => invitee.Number == number) is { } invitee ? (named, invitee) : null;
    }

    private InviteeBody Body(NamedMeeting named, Invitee invitee) => InviteeBody.Of(named.Id(switches), invitee);
}

internal sealed record InviteeBody(string Id, string Email, string DisplayName, bool CoHost, string MeetingId, bool Panelist)
{
    public static InviteeBody Of(string meetingId, Invitee invitee) => new(
        string.Create(CultureInfo.InvariantCulture, $"{meetingId}_{invitee.Number}"), invitee.Email, invitee.DisplayName, invitee.IsCoHost, meetingId, invitee.IsPanelist);
}
