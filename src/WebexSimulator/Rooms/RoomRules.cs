using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>What may be done with rooms, and what follows from it.</summary>
internal sealed class RoomRules(World world, Sight sight, Moderation moderation, RoomTeam teams, RoomOptions options, RoomWriting writing, SimulatorSwitches switches)
{
    public RoomBody Read(Person caller, string id)
    {
        lock (world.Gate) return RoomBody.Of(sight.RoomToRead(caller, id, "spark-compliance:rooms_read"), caller);
    }

    public MeetingInfo Meeting(Person caller, string id)
    {
        lock (world.Gate) return MeetingInfo.Of(sight.MemberRoom(caller, id), switches);
    }

    public Page<Written> List(Person caller, RoomQuery query, PageRequest page)
    {
        lock (world.Gate)
        {
            if (query.PublicOfOrganisation) return PublicRooms(caller, query, page);
            return (query.TeamId is { } id
                ? page.Sorted(Wanted(RoomsOf(sight.Team(caller, id), caller)), Place)
                : page.Ordered(Wanted(world.RoomsOf(caller, query.Order, page.After)), Place)).Select(state => writing.Of(state, caller));
        }

        Cursor Place(RoomState state) => RoomShelf.Place(query.Order, state.Room);
        IEnumerable<RoomState> Wanted(IEnumerable<RoomState> rooms) => query.IsDirect is { } direct ? rooms.Where(state => state.Room.IsDirect == direct) : rooms;
    }

    public RoomBody Create(Person caller, Fields body)
    {
        var title = body.Filled("title") ?? throw Refusal.BadRequest(Texts.NoTitle);
        if (caller.IsBot && body.Filled("classificationId") is not null) throw Refusal.BadRequest(Texts.BotsDoNotClassify);
        var isLocked = body.Flag("isLocked") ?? false;
        lock (world.Gate)
        {
            var now = world.Now();
            var room = options.Apply(new Room
            {
                Key = Guid.NewGuid(),
                Title = title,
                IsLocked = isLocked,
                TeamKey = teams.ForNew(caller, body),
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
            var state = sight.RoomToChange(caller, id);
            var title = body.Filled("title") ?? throw Refusal.BadRequest(Texts.NoTitle);
            // Of direct rooms only, but what is sent for any must be an answer to the question.
            var isReadOnly = body.Flag("isReadOnly");
            if (state.Room.IsDirect) return UpdateDirect(caller, state, body, isReadOnly);
            if (state.Has(caller)) moderation.Demand(caller, state);
            else DemandOnlyOptions(state.Room, title, body);

            var before = state.Room;
            var after = options.Apply(before with
            {
                Title = title,
                IsLocked = body.Flag("isLocked") ?? before.IsLocked,
                TeamKey = state.Has(caller) ? teams.ForChange(caller, state, body) : before.TeamKey,
            }, caller, body);
            if (!after.IsLocked && before.IsLocked && IsGeneral(before)) throw Refusal.BadRequest(Texts.GeneralRoom);
            if (after == before) return RoomBody.Of(state, caller);
            state.Room = after;
            if (after.IsLocked && !before.IsLocked) moderation.Promote(caller, state, caller);
            if (!after.IsLocked && before.IsLocked) moderation.DemoteEverybody(caller, state);
            if (switches.TitleChangesFireRoomsUpdated || after with { Title = before.Title } != before)
                world.Raise(RoomEvents.Updated(caller, state));
            return RoomBody.Of(state, caller);
        }
    }

    /// <summary>
    /// A room without moderators goes for everybody, into the archive where it has a team; out of a moderated one, one who is no moderator
    /// merely goes himself.
    /// </summary>
    public void Delete(Person caller, string id)
    {
        lock (world.Gate)
        {
            var state = sight.MemberRoom(caller, id);
            if (IsGeneral(state.Room)) throw Refusal.BadRequest(Texts.GeneralRoom);
            if (state.Room.IsDirect && switches.DirectRoomsCannotBeDeleted) throw Refusal.BadRequest(Texts.NotDeleted);
            if (state.Room.IsLocked && !state.IsModeratedBy(caller))
            {
                moderation.Leave(caller, state, state.Members[caller.Key]);
                return;
            }
            foreach (var membership in state.Members.Values)
                world.Raise(MembershipEvents.Deleted(caller, state, membership));
            if (state.Room.TeamKey is null) world.RemoveRoom(state);
            else Archive(state);
        }
    }

    // From the outside, a compliance officer changes what concerns the organisation, and nothing else.
    private static void DemandOnlyOptions(Room room, string title, Fields body)
    {
        if (title != room.Title || (body.Flag("isLocked") ?? room.IsLocked) != room.IsLocked
            || (body.Filled("teamId") is { } team && team != RoomBody.TeamIdOf(room)))
            throw Refusal.Forbidden(Texts.ComplianceFields);
    }

    private static bool IsGeneral(Room room) => room.TeamKey == room.Key;

    private void Archive(RoomState state)
    {
        foreach (var membership in state.Members.Values.ToArray()) world.Remove(state, membership);
        state.Room = state.Room with { IsArchived = true };
    }

    private IEnumerable<RoomState> RoomsOf(TeamState team, Person caller) =>
        world.RoomsOfTeam(team.Team.Key).Where(state => state.Has(caller) || sight.IsOpenTo(caller, state));

    private Page<Written> PublicRooms(Person caller, RoomQuery query, PageRequest page)
    {
        var rooms = world.Rooms.Values.Where(state =>
            Sight.IsPublicTo(caller, state.Room) && !state.Room.IsArchived
            && !(state.Room.MadePublic < query.From) && !(state.Room.MadePublic > query.To));
        return page.Sorted(rooms, state => Cursor.NewestFirst(state.Room.MadePublic!.Value, state.Room.Key)).Select(state => writing.Of(state, caller));
    }

    // A direct room cannot be renamed; a client may still send the title it read.
    private static RoomBody UpdateDirect(Person caller, RoomState state, Fields body, bool? isReadOnly)
    {
        if (body.Text("title") != RoomBody.Of(state, caller).Title || body.Flag("isLocked") is true) throw Refusal.BadRequest(Texts.DirectRoom);
        if (isReadOnly is { } wanted && wanted != state.Room.IsReadOnly)
            state.Room = caller.IsComplianceOfficer ? state.Room with { IsReadOnly = wanted } : throw Refusal.Forbidden(Texts.ComplianceOnly);
        return RoomBody.Of(state, caller);
    }
}
