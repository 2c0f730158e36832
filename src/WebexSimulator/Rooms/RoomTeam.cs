using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>Which team a room belongs to. Used inside the world's lock.</summary>
internal sealed class RoomTeam(Sight sight)
{
    /// <summary>The team a room is to be created in: one the caller is in.</summary>
    public Guid? ForNew(Person caller, Fields body) => body.Filled("teamId") is { } id ? sight.Team(caller, id).Team.Key : null;

    /// <summary>
    /// The team a room belongs to after a change. A room without a team may be given to one that all of its moderators are in; it never
    /// leaves it again.
    /// </summary>
    public Guid? ForChange(Person caller, RoomState state, Fields body)
    {
        if (body.Filled("teamId") is not { } id) return state.Room.TeamKey;
        var team = sight.Team(caller, id);
        if (state.Room.TeamKey == team.Team.Key) return team.Team.Key;
        if (state.Room.TeamKey is not null) throw Refusal.BadRequest(Texts.OtherTeam);
        return state.Members.Values.All(member => !member.IsModerator || team.Has(member.Person))
            ? team.Team.Key
            : throw Refusal.BadRequest(Texts.ModeratorsOutsideTeam);
    }
}
