using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>What may be done with rooms, and what follows from it.</summary>
internal sealed class RoomRules(World world, Sight sight, Moderation moderation, SimulatorSwitches switches)
{
    public RoomBody Read(Person caller, string id)
    {
        lock (world.Gate) return RoomBody.Of(sight.Room(caller, id), caller);
    }

    public Page<RoomBody> List(Person caller, RoomQuery query, PageRequest page)
    {
        lock (world.Gate)
        {
            // No team exists here, so none can be seen.
            if (query.TeamId is not null) throw Refusal.NotFound();
            if (query.PublicOfOrganisation) return PublicRooms(caller, query, page);
            var rooms = world.RoomsOf(caller).Where(state => query.IsDirect is not { } direct || state.Room.IsDirect == direct);
            return page.Sorted(rooms, state => query.Order(state.Room)).Select(state => RoomBody.Of(state, caller));
        }
    }

    public RoomBody Create(Person caller, Fields body)
    {
        var title = body.Filled("title") ?? throw Refusal.BadRequest(Texts.NoTitle);
        // Neither teams nor classifications exist here, so their ids are unknown.
        if (body.Filled("teamId") is not null || body.Filled("classificationId") is not null) throw Refusal.NotFound();
        var isLocked = body.Flag("isLocked") ?? false;
        lock (world.Gate)
        {
            var now = world.Now();
            var room = WithOptions(new Room
            {
                Key = Guid.NewGuid(),
                Title = title,
                IsLocked = isLocked,
                CreatorKey = caller.Key,
                OwnerOrganisationKey = caller.OrganisationKey,
                Created = now,
                LastActivity = now,
            }, caller, body);
            var state = world.AddRoom(room);
            world.Raise(RoomEvents.Created(caller, state));
            moderation.Join(caller, state, caller, isModerator: isLocked);
            return RoomBody.Of(state, caller, isNew: true);
        }
    }

    public RoomBody Update(Person caller, string id, Fields body)
    {
        lock (world.Gate)
        {
            var state = sight.Room(caller, id);
            var title = body.Filled("title") ?? throw Refusal.BadRequest(Texts.NoTitle);
            if (state.Room.IsDirect) return UpdateDirect(caller, state, body);
            moderation.Demand(caller, state);

            var before = state.Room;
            var after = WithOptions(before with { Title = title, IsLocked = body.Flag("isLocked") ?? before.IsLocked }, caller, body);
            if (after == before) return RoomBody.Of(state, caller);
            state.Room = after;
            if (after.IsLocked && !before.IsLocked) moderation.Promote(caller, state, caller);
            if (!after.IsLocked && before.IsLocked) moderation.DemoteEverybody(caller, state);
            if (switches.TitleChangesFireRoomsUpdated || after with { Title = before.Title } != before)
                world.Raise(RoomEvents.Updated(caller, state));
            return RoomBody.Of(state, caller);
        }
    }

    /// <summary>A room without moderators goes for everybody; out of a moderated one, one who is no moderator merely goes himself.</summary>
    public void Delete(Person caller, string id)
    {
        lock (world.Gate)
        {
            var state = sight.Room(caller, id);
            if (state.Room.IsDirect && switches.DirectRoomsCannotBeDeleted) throw Refusal.BadRequest(Texts.NotDeleted);
            if (state.Room.IsLocked && !state.IsModeratedBy(caller))
            {
                moderation.Leave(caller, state, state.Members[caller.Key]);
                return;
            }
            foreach (var membership in state.Members.Values)
                world.Raise(MembershipEvents.Deleted(caller, state, membership));
            world.RemoveRoom(state);
        }
    }

    private Page<RoomBody> PublicRooms(Person caller, RoomQuery query, PageRequest page)
    {
        var rooms = world.Rooms.Values.Where(state =>
            state.Room.IsPublic && state.Room.OwnerOrganisationKey == caller.OrganisationKey
            && !(state.Room.MadePublic < query.From) && !(state.Room.MadePublic > query.To));
        return page.Sorted(rooms, state => Cursor.NewestFirst(state.Room.MadePublic!.Value, state.Room.Key)).Select(state => RoomBody.Of(state, caller));
    }

    // A direct room cannot be renamed; a client may still send the title it read.
    private static RoomBody UpdateDirect(Person caller, RoomState state, Fields body)
    {
        if (body.Text("title") != RoomBody.Of(state, caller).Title || body.Flag("isLocked") is true) throw Refusal.BadRequest(Texts.DirectRoom);
        if (body.Flag("isReadOnly") is { } isReadOnly && isReadOnly != state.Room.IsReadOnly)
            state.Room = caller.IsComplianceOfficer ? state.Room with { IsReadOnly = isReadOnly } : throw Refusal.Forbidden(Texts.ComplianceOnly);
        return RoomBody.Of(state, caller);
    }

    private Room WithOptions(Room room, Person caller, Fields body)
    {
        var isNew = !world.Rooms.ContainsKey(room.Key);
        var isPublic = body.Flag("isPublic") ?? room.IsPublic;
        if (isPublic && !room.IsPublic && !isNew && !caller.IsComplianceOfficer) throw Refusal.Forbidden(Texts.ComplianceOnly);
        // One blank clears it.
        var description = body.Text("description") is { } text ? text is " " or "" ? null : text : room.Description;
        if (isPublic && description is null) throw Refusal.BadRequest(Texts.DescriptionNeeded);
        var isAnnouncementOnly = body.Flag("isAnnouncementOnly") ?? (room.IsAnnouncementOnly && room.IsLocked);
        if (isAnnouncementOnly && !room.IsLocked) throw Refusal.BadRequest(Texts.AnnouncementsNeedLock);
        return room with
        {
            IsPublic = isPublic,
            MadePublic = !isPublic ? null : room.MadePublic ?? world.Now(),
            Description = description,
            IsAnnouncementOnly = isAnnouncementOnly,
        };
    }
}
