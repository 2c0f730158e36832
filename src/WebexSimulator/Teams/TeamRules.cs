using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;
using WebexSimulator.Rooms;

namespace WebexSimulator.Teams;

/// <summary>What may be done with teams. A team one is not in does not exist.</summary>
internal sealed class TeamRules(World world, Sight sight, Moderation moderation, TeamRoster roster, SimulatorSwitches switches)
{
    private const string GeneralTitle = "General";

    public TeamBody Read(Person caller, string id)
    {
        lock (world.Gate) return TeamBody.Of(sight.Team(caller, id), switches);
    }

    public Page<TeamBody> List(Person caller, PageRequest page)
    {
        lock (world.Gate)
        {
            var teams = world.Teams.Values.Where(team => team.Has(caller));
            return page.Sorted(teams, team => Cursor.At(team.Team.Created, team.Team.Key)).Select(team => TeamBody.Of(team, switches));
        }
    }

    /// <summary>Creates a team, with whoever creates it as its moderator and a General room of the same key.</summary>
    public TeamBody Create(Person caller, Fields body)
    {
        var name = body.Filled("name") ?? throw Refusal.BadRequest(Texts.NoTeamName);
        lock (world.Gate)
        {
            var (key, now) = (Guid.NewGuid(), world.Now());
            var team = new TeamState(new() { Key = key, Name = name, Description = body.Filled("description"), CreatorKey = caller.Key, Created = now });
            var general = world.AddRoom(new Room
            {
                Key = key,
                TeamKey = key,
                Title = GeneralTitle,
                IsLocked = true,
                CreatorKey = caller.Key,
                OwnerOrganisationKey = caller.OrganisationKey,
                Created = now,
                LastActivity = now,
            });
            world.Teams.Add(key, team);
            world.Raise(RoomEvents.Created(caller, general));
            moderation.Join(caller, general, caller, isModerator: true);
            team.Members[caller.Key] = new() { Person = caller, TeamKey = key, IsModerator = true, Created = now };
            return TeamBody.Of(team, switches);
        }
    }

    public TeamBody Update(Person caller, string id, Fields body)
    {
        lock (world.Gate)
        {
            var team = sight.Team(caller, id);
            var name = body.Filled("name") ?? throw Refusal.BadRequest(Texts.NoTeamName);
            roster.DemandModerator(caller, team);
            team.Team = team.Team with { Name = name, Description = body.Text("description") ?? team.Team.Description };
            return TeamBody.Of(team, switches);
        }
    }

    /// <summary>A team goes with all of its rooms, for everybody.</summary>
    public void Delete(Person caller, string id)
    {
        lock (world.Gate)
        {
            var team = sight.Team(caller, id);
            roster.DemandModerator(caller, team);
            foreach (var room in world.RoomsOfTeam(team.Team.Key).ToArray())
            {
                foreach (var membership in room.Members.Values) world.Raise(MembershipEvents.Deleted(caller, room, membership));
                world.RemoveRoom(room);
            }
            world.Teams.Remove(team.Team.Key);
        }
    }
}
