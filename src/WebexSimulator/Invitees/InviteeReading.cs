using System.Text.Json;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Invitees;

/// <summary>Who is to be invited. Used inside the world's lock.</summary>
internal sealed class InviteeReading(World world)
{
    private const int Most = 1000;
    private const int LongestName = 128;

    /// <summary>The invitees of a new meeting; of a room's, all of its members where nobody says whom.</summary>
    public void Invite(Person host, MeetingState state, RoomState? room, Fields body)
    {
        if (room is not null && (state.Meeting.IsAdhoc || !body.Has("invitees")))
        {
            foreach (var member in room.Members.Values.Where(member => member.Person.Key != host.Key && !member.Person.IsBot))
                Add(state, member.Person.Email, null, isCoHost: IsOfSameOrganisation(host, member.Person.Email), isPanelist: false, null);
            return;
        }
        foreach (var item in Each(body, "invitees", Most))
        {
            var (email, name, isCoHost, isPanelist) = Read(item);
            if (state.InviteesOf(null).Any(invitee => invitee.Is(email))) continue;
            // Of a room's meeting everybody is a co-host who can be.
            Add(state, email, name, isCoHost ?? (room is not null && IsOfSameOrganisation(host, email)), isPanelist, null);
        }
    }

    public Invitee Add(MeetingState state, string email, string? name, bool isCoHost, bool isPanelist, DateTimeOffset? occurrence)
    {
        var invitee = new Invitee
        {
            Number = state.Invitees.Count == 0 ? 1 : state.Invitees.Keys.Max() + 1,
            Email = email,
            DisplayName = NameOf(email, name),
            IsCoHost = isCoHost,
            IsPanelist = isPanelist,
            Occurrence = occurrence,
        };
        state.Invitees.Add(invitee.Number, invitee);
        return invitee;
    }

    /// <summary>An account's own name, or else what the inviter calls it.</summary>
    public string NameOf(string email, string? name) => world.People.WithEmail(email)?.DisplayName ?? name ?? email;

    public static IEnumerable<Fields> Each(Fields body, string name, int most)
    {
        var items = body.List(name);
        if (items.Count > most) throw Refusal.BadRequest(Texts.Invalid(name));
        return items.Select(item => item.ValueKind is JsonValueKind.Object ? new Fields(item, []) : throw Refusal.BadRequest());
    }

    public static (string Email, string? Name, bool? IsCoHost, bool IsPanelist) Read(Fields item)
    {
        var email = item.Filled("email") is { } address && address.Contains('@', StringComparison.Ordinal) ? address : throw Refusal.BadRequest(Texts.Invalid("email"));
        var name = item.Filled("displayName");
        if (name is { Length: > LongestName }) throw Refusal.BadRequest(Texts.Invalid("displayName"));
        return (email, name, item.Flag("coHost"), item.Flag("panelist") ?? false);
    }

    private bool IsOfSameOrganisation(Person host, string email) => world.People.WithEmail(email)?.OrganisationKey == host.OrganisationKey;
}
