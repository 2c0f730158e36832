using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;

namespace WebexSimulator.Teams;

/// <summary>
/// Who is in a team. The team and its General room have the same members and moderators, whichever of the two is changed; who leaves
/// the team leaves all of its rooms. Used inside the world's lock.
/// </summary>
internal sealed class TeamRoster(World world, Moderation moderation)
{
    /// <summary>The team whose General room this is.</summary>
    public TeamState? OfGeneral(RoomState state) => world.Teams.GetValueOrDefault(state.Room.Key);

    public void DemandModerator(Person caller, TeamState team)
    {
        if (!team.IsModeratedBy(caller)) throw Refusal.Forbidden(Texts.TeamModeratorsOnly);
    }

    public TeamMembership Join(Person actor, TeamState team, Person person, bool isModerator)
    {
        if (team.Has(person)) throw Refusal.Conflict(Texts.AlreadyInTeam);
        var general = General(team);
        moderation.Join(actor, general, person);
        if (isModerator) moderation.Promote(actor, general, person);
        return Put(team, new() { Person = person, TeamKey = team.Team.Key, IsModerator = isModerator, Created = general.Members[person.Key].Created });
    }

    public TeamMembership SetModerator(Person actor, TeamState team, TeamMembership membership, bool isModerator)
    {
        if (membership.IsModerator == isModerator) return membership;
        if (!isModerator) DemandAnother(team);
        if (isModerator) moderation.Promote(actor, General(team), membership.Person);
        else moderation.Demote(actor, General(team), membership.Person);
        return Put(team, membership with { IsModerator = isModerator });
    }

    public void Leave(Person actor, TeamState team, TeamMembership membership)
    {
        if (membership.IsModerator) DemandAnother(team);
        team.Members.Remove(membership.Person.Key);
        foreach (var room in world.RoomsOfTeam(team.Team.Key).Where(room => room.Has(membership.Person)).ToArray())
            moderation.Leave(actor, room, room.Members[membership.Person.Key]);
    }

    private RoomState General(TeamState team) => world.Rooms[team.Team.Key];

    private static TeamMembership Put(TeamState team, TeamMembership membership) => team.Members[membership.Person.Key] = membership;

    private static void DemandAnother(TeamState team)
    {
        if (team.Members.Values.Count(member => member.IsModerator) < 2) throw Refusal.BadRequest(Texts.LastModerator);
    }
}
