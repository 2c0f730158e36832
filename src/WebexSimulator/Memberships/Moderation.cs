using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Rooms;

namespace WebexSimulator.Memberships;

/// <summary>
/// Who comes, who goes and who moderates. A room is locked exactly as long as it has moderators: the first one locks it, and the last
/// one to go unlocks it. Used inside the world's lock.
/// </summary>
internal sealed class Moderation(World world)
{
    /// <summary>In a room without moderators every member may do everything, bots too; in a moderated one only they may.</summary>
    public void Demand(Person caller, RoomState state)
    {
        if (state.Room.IsLocked && !state.IsModeratedBy(caller)) throw Refusal.Forbidden(Texts.ModeratorsOnly);
    }

    public Membership Join(Person actor, RoomState state, Person person, bool isModerator = false)
    {
        var membership = new Membership
        {
            Person = person,
            RoomKey = state.Room.Key,
            IsDirect = state.Room.IsDirect,
            IsModerator = isModerator,
            Created = state.Stamp(world.Now()),
        };
        world.Put(state, membership);
        world.Raise(MembershipEvents.Created(actor, state, membership));
        return membership;
    }

    /// <summary>Makes a moderator. The first one locks the room, and whoever made him moderates with him.</summary>
    public Membership Promote(Person actor, RoomState state, Person person)
    {
        if (!state.Room.IsLocked)
        {
            state.Room = state.Room with { IsLocked = true };
            Change(actor, state, actor, isModerator: true);
            world.Raise(RoomEvents.Updated(actor, state));
        }
        return Change(actor, state, person, isModerator: true);
    }

    public Membership Demote(Person actor, RoomState state, Person person)
    {
        var membership = Change(actor, state, person, isModerator: false);
        UnlockWithoutModerators(actor, state);
        return membership;
    }

    public void DemoteEverybody(Person actor, RoomState state)
    {
        foreach (var moderator in state.Members.Values.Where(member => member.IsModerator).ToArray())
            Change(actor, state, moderator.Person, isModerator: false);
    }

    /// <summary>Somebody leaves or is removed. A room nobody is in is gone, unless it has a team, as nobody can see it again.</summary>
    public void Leave(Person actor, RoomState state, Membership membership)
    {
        world.Remove(state, membership);
        world.Raise(MembershipEvents.Deleted(actor, state, membership));
        if (state.Members.Count == 0 && state.Room.TeamKey is null) world.RemoveRoom(state);
        else UnlockWithoutModerators(actor, state);
    }

    private Membership Change(Person actor, RoomState state, Person person, bool isModerator)
    {
        var before = state.Members[person.Key];
        if (before.IsModerator == isModerator) return before;
        var after = before with { IsModerator = isModerator };
        world.Put(state, after);
        world.Raise(MembershipEvents.Updated(actor, state, after));
        return after;
    }

    private void UnlockWithoutModerators(Person actor, RoomState state)
    {
        if (!state.Room.IsLocked || state.Members.Values.Any(member => member.IsModerator)) return;
        state.Room = state.Room with { IsLocked = false, IsAnnouncementOnly = false };
        world.Raise(RoomEvents.Updated(actor, state));
    }
}
