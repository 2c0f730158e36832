using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Teams;

/// <summary>What may be done with team memberships: by the team's moderators, except that everybody may leave.</summary>
internal sealed class TeamMembershipRules(World world, Sight sight, TeamRoster roster)
{
    public TeamMembershipBody Read(Person caller, string id)
    {
        lock (world.Gate) return TeamMembershipBody.Of(sight.TeamMembership(caller, id).Membership);
    }

    public Page<TeamMembershipBody> List(Person caller, string teamId, PageRequest page)
    {
        lock (world.Gate)
            return page.Sorted(sight.Team(caller, teamId).Members.Values, member => Cursor.At(member.Created, member.Person.Key)).Select(TeamMembershipBody.Of);
    }

    public TeamMembershipBody Create(Person caller, Fields body)
    {
        var teamId = body.Filled("teamId") ?? throw Refusal.BadRequest(Texts.NoTeamId);
        var (personId, personEmail) = (body.Filled("personId"), body.Filled("personEmail"));
        if ((personId is null) == (personEmail is null)) throw Refusal.BadRequest(Texts.NoPerson);
        var isModerator = body.Flag("isModerator") ?? false;
        lock (world.Gate)
        {
            var team = sight.Team(caller, teamId);
            roster.DemandModerator(caller, team);
            var person = sight.PersonOrInvited(personId, personEmail) ?? throw Refusal.NotFound();
            return TeamMembershipBody.Of(roster.Join(caller, team, person, isModerator));
        }
    }

    public TeamMembershipBody Update(Person caller, string id, Fields body)
    {
        var isModerator = body.Flag("isModerator") ?? throw Refusal.BadRequest(Texts.Invalid("isModerator"));
        lock (world.Gate)
        {
            var (team, membership) = sight.TeamMembership(caller, id);
            roster.DemandModerator(caller, team);
            return TeamMembershipBody.Of(roster.SetModerator(caller, team, membership, isModerator));
        }
    }

    public void Delete(Person caller, string id)
    {
        lock (world.Gate)
        {
            var (team, membership) = sight.TeamMembership(caller, id);
            if (membership.Person.Key != caller.Key) roster.DemandModerator(caller, team);
            roster.Leave(caller, team, membership);
        }
    }
}
