using WebexSimulator.Http;

namespace WebexSimulator.Model;

/// <summary>
/// What a caller may see. What he may not is answered as if it did not exist, so that its existence is not revealed. Used inside the
/// world's lock.
/// </summary>
internal sealed class Sight(World world, SimulatorSwitches switches)
{
    /// <summary>A room the caller may know of: one he is in, or that is open to him.</summary>
    public RoomState Room(Person caller, string? id) =>
        Read("ROOM", id) is { } key && world.Rooms.TryGetValue(key, out var room) && (room.Has(caller) || IsOpenTo(caller, room))
            ? room
            : throw Refusal.NotFound();

    /// <summary>A room the caller may know of, or may look into as a compliance officer.</summary>
    /// <param name="scope">What the officer's token has to carry.</param>
    public RoomState RoomToRead(Person caller, string? id, string scope) => Overseen(caller, id, scope) ?? Room(caller, id);

    /// <summary>A room the caller is in, or may look into as a compliance officer.</summary>
    public RoomState RoomToReadIn(Person caller, string? id, string scope) => Overseen(caller, id, scope) ?? MemberRoom(caller, id);

    /// <summary>Whether somebody is a compliance officer of the organisation a room belongs to.</summary>
    public static bool Oversees(Person caller, RoomState state, string scope) =>
        caller.Oversight.Contains(scope) && state.Room.OwnerOrganisationKey == caller.OrganisationKey && !state.Room.IsArchived;

    private RoomState? Overseen(Person caller, string? id, string scope) =>
        caller.Oversight.Contains(scope) && Read("ROOM", id) is { } key && world.Rooms.TryGetValue(key, out var state) && Oversees(caller, state, scope) ? state : null;

    /// <summary>A room the caller is in.</summary>
    public RoomState MemberRoom(Person caller, string? id) => Room(caller, id) is var room && room.Has(caller) ? room : throw Refusal.NotFound();

    /// <summary>A group room a compliance officer may change although he is not in it; else one the caller is in.</summary>
    public RoomState RoomToChange(Person caller, string? id) =>
        caller.IsComplianceOfficer && Read("ROOM", id) is { } key && world.Rooms.TryGetValue(key, out var state)
        && !state.Room.IsDirect && !state.Room.IsArchived && state.Room.OwnerOrganisationKey == caller.OrganisationKey
            ? state
            : MemberRoom(caller, id);

    public (RoomState Room, Membership Membership) Membership(Person caller, string? id)
    {
        if (OrMalformed(WebexId.ReadMembership(id)) is { } key
            && world.Rooms.TryGetValue(key.Room, out var room)
            && room.Has(caller)
            && room.Members.TryGetValue(key.Person, out var membership))
            return (room, membership);
        throw Refusal.NotFound(Texts.NoMembership);
    }

    /// <summary>
    /// Being in a team opens its rooms, and being in an organisation its public ones: one may find and join them, but reads nothing before.
    /// </summary>
    public bool IsOpenTo(Person caller, RoomState state) => !state.Room.IsArchived && (IsPublicTo(caller, state.Room) || IsOfTeamOf(caller, state.Room));

    public static bool IsPublicTo(Person caller, Room room) => room.IsPublic && room.OwnerOrganisationKey == caller.OrganisationKey;

    private bool IsOfTeamOf(Person caller, Room room) =>
        switches.TeamRoomsAreOpenToTheTeam && room.TeamKey is { } team && world.Teams.TryGetValue(team, out var members) && members.Has(caller);

    public TeamState Team(Person caller, string? id)
    {
        // The specification shows team ids as TEAM and as ROOM, with the same key.
        var key = WebexId.Read("ROOM", id) ?? Read("TEAM", id);
        return key is { } known && world.Teams.TryGetValue(known, out var team) && team.Has(caller) ? team : throw Refusal.NotFound();
    }

    public (TeamState Team, TeamMembership Membership) TeamMembership(Person caller, string? id)
    {
        if (OrMalformed(WebexId.ReadTeamMembership(id)) is { } key
            && world.Teams.TryGetValue(key.Team, out var team)
            && team.Has(caller)
            && team.Members.TryGetValue(key.Person, out var membership))
            return (team, membership);
        throw Refusal.NotFound(Texts.NoMembership);
    }

    public (RoomState Room, Message Message) Message(Person caller, string? id)
    {
        if (Read("MESSAGE", id) is not { } key || !world.Messages.TryGetValue(key, out var message)) throw Refusal.NotFound(Texts.NoMessage);
        var room = world.Rooms[message.RoomKey];
        if (!room.Has(caller)) throw Refusal.NotFound(Texts.NoMessage);
        return CanRead(caller, message) ? (room, message) : throw Refusal.Forbidden(Texts.NoActivity);
    }

    /// <summary>A message the caller reads, or oversees as a compliance officer.</summary>
    public (RoomState Room, Message Message) MessageToRead(Person caller, string? id, string scope) =>
        caller.Oversight.Contains(scope) && Read("MESSAGE", id) is { } key && world.Messages.TryGetValue(key, out var message)
        && world.Rooms[message.RoomKey] is var state && Oversees(caller, state, scope)
            ? (state, message)
            : Message(caller, id);

    /// <summary>A bot reads in a group room what mentions it and what it wrote; everybody else reads everything in their rooms.</summary>
    public bool CanRead(Person member, Message message) =>
        !member.IsBot || message.IsDirect || message.Author.Key == member.Key || IsMentioned(member, message);

    public bool IsMentioned(Person person, Message message) =>
        message.Mentions(person) || (message.Content.MentionsAll && switches.AllMentionsReachBots && person.IsBot);

    /// <summary>The message whose file an id names: one that is there, in a room the caller is in or oversees.</summary>
    public Message? MessageOfContent(Person caller, string? id) =>
        OrMalformed(WebexId.ReadContent(id)) is { } key && world.Messages.TryGetValue(key, out var message) && world.Rooms[message.RoomKey] is var state
        && (state.Has(caller) || Oversees(caller, state, "spark-compliance:messages_read"))
            ? MessageToRead(caller, message.Id, "spark-compliance:messages_read").Message
            : null;

    public Person? Person(string? id) => Read("PEOPLE", id) is { } key ? world.People.WithKey(key) : null;

    /// <summary>Somebody named by id or by address; an address nobody has is invited. Null where there is no such person.</summary>
    public Person? PersonOrInvited(string? id, string? email)
    {
        if (id is not null) return Person(id);
        if (world.People.WithEmail(email!) is { } known) return known;
        if (!email!.Contains('@', StringComparison.Ordinal) || !switches.UnknownEmailsArePending) return null;
        var invited = Accounts.Pending(email, world.Now());
        world.People.Add(invited);
        return invited;
    }

    public Guid? Read(string type, string? id) => OrMalformed(WebexId.Read(type, id));

    private T? OrMalformed<T>(T? key) where T : struct =>
        key is null && switches.MalformedIdIsBadRequest ? throw Refusal.BadRequest(Texts.MalformedId) : key;
}
