using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Teams;

namespace WebexSimulator.Memberships;

/// <summary>What may be done with memberships. A direct room's are fixed.</summary>
internal sealed class MembershipRules(World world, Sight sight, Moderation moderation, TeamRoster roster, SimulatorSwitches switches)
{
    private const string Oversight = "spark-compliance:memberships_read";

    public MembershipBody Read(Person caller, string id)
    {
        lock (world.Gate) return MembershipBody.Of(sight.Membership(caller, id).Membership);
    }

    public Page<MembershipBody> List(Person caller, string? roomId, string? personId, string? personEmail, PageRequest page)
    {
        lock (world.Gate)
        {
            if (roomId is not null)
            {
                var state = sight.RoomToRead(caller, roomId, Oversight);
                // From the outside a moderated room of one's team shows only whom to ask.
                var showsModerators = state.Room.IsLocked && !state.Has(caller) && !Sight.Oversees(caller, state, Oversight);
                var members = state.Members.Values.Where(member =>
                    (member.IsModerator || !showsModerators)
                    && (personId is null || sight.Read("PEOPLE", personId) == member.Person.Key)
                    && (personEmail is null || member.Person.Email.Equals(personEmail, StringComparison.OrdinalIgnoreCase)));
                return page.Sorted(members, member => Cursor.At(member.Created, member.Person.Key)).Select(MembershipBody.Of);
            }

            if (PersonOf(caller, personId, personEmail) is not { } person) return new([], null);
            var own = world.RoomsOf(person).Select(state => state.Members[person.Key]);
            return page.Sorted(own, member => Cursor.At(member.Created, member.RoomKey)).Select(MembershipBody.Of);
        }
    }

    public MembershipBody Create(Person caller, Fields body)
    {
        var roomId = body.Filled("roomId") ?? throw Refusal.BadRequest(Texts.NoRoomId);
        var (personId, personEmail) = (body.Filled("personId"), body.Filled("personEmail"));
        if ((personId is null) == (personEmail is null)) throw Refusal.BadRequest(Texts.NoPerson);
        var isModerator = body.Flag("isModerator") ?? false;
        lock (world.Gate)
        {
            var state = sight.Room(caller, roomId);
            DemandGroup(state);
            moderation.Demand(caller, state);
            var person = sight.PersonOrInvited(personId, personEmail) ?? throw Refusal.NotFound();
            // From the outside one may join, but add nobody else.
            if (!state.Has(caller) && person.Key != caller.Key) throw Refusal.NotFound();
            if (roster.OfGeneral(state) is { } team)
            {
                roster.Join(caller, team, person, isModerator);
                return MembershipBody.Of(state.Members[person.Key]);
            }
            if (state.Has(person)) throw Refusal.Conflict(Texts.AlreadyMember);
            // First a member, then a moderator: two events, as Webex has it.
            var membership = moderation.Join(caller, state, person);
            return MembershipBody.Of(isModerator ? moderation.Promote(caller, state, person) : membership);
        }
    }

    public MembershipBody Update(Person caller, string id, Fields body)
    {
        var (isModerator, isHidden) = (body.Flag("isModerator"), body.Flag("isRoomHidden"));
        if (isModerator is null && isHidden is null) throw Refusal.BadRequest(Texts.Invalid("isModerator"));
        lock (world.Gate)
        {
            var (state, membership) = sight.Membership(caller, id);
            if (isModerator is { } wanted && wanted != membership.IsModerator)
            {
                DemandGroup(state);
                moderation.Demand(caller, state);
                membership = SetModerator(caller, state, membership.Person, wanted);
            }
            if (isHidden is { } hidden && hidden != membership.IsRoomHidden && state.Room.IsDirect)
            {
                if (membership.Person.Key != caller.Key) throw Refusal.Forbidden(Texts.NotYourself);
                membership = membership with { IsRoomHidden = hidden };
                world.Put(state, membership);
            }
            return MembershipBody.Of(membership);
        }
    }

    public void Delete(Person caller, string id)
    {
        lock (world.Gate)
        {
            var (state, membership) = sight.Membership(caller, id);
            DemandGroup(state);
            if (membership.Person.Key != caller.Key) moderation.Demand(caller, state);
            if (roster.OfGeneral(state) is { } team) roster.Leave(caller, team, team.Members[membership.Person.Key]);
            else moderation.Leave(caller, state, membership);
        }
    }

    private Membership SetModerator(Person caller, RoomState state, Person person, bool isModerator)
    {
        if (roster.OfGeneral(state) is not { } team)
            return isModerator ? moderation.Promote(caller, state, person) : moderation.Demote(caller, state, person);
        roster.SetModerator(caller, team, team.Members[person.Key], isModerator);
        return state.Members[person.Key];
    }

    private void DemandGroup(RoomState state)
    {
        if (state.Room.IsDirect) throw new Refusal(switches.DirectRoomMembershipStatus, Texts.DirectRoom);
    }

    // Without a room: one's own, or as a compliance officer anybody's.
    private Person? PersonOf(Person caller, string? personId, string? personEmail)
    {
        var person = (personId, personEmail) switch
        {
            (null, null) => caller,
            ({ } id, _) => world.People.WithKey(sight.Read("PEOPLE", id) ?? default),
            (_, { } email) => world.People.WithEmail(email),
        };
        if (person?.Key == caller.Key || caller.IsComplianceOfficer) return person;
        return switches.MembershipsOfOthersNeedARoom ? throw Refusal.Forbidden(Texts.ComplianceOnly) : null;
    }
}
