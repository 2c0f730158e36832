using WebexSimulator.Http;

namespace WebexSimulator.Model;

/// <summary>
/// All there is, in memory, behind one lock: operations are short, so a finer one would cost more than it gives. Whoever reads or
/// changes it holds <see cref="Gate"/>; only people are added rarely enough to be found without.
/// </summary>
internal sealed class World(TimeProvider time)
{
    private readonly Dictionary<Guid, RoomShelf> _shelves = [];
    private readonly Dictionary<(Guid, Guid), RoomState> _directRooms = [];
    private readonly Dictionary<Guid, RoomState> _rooms = [];

    public Lock Gate { get; } = new();

    public Directory People { get; } = new();

    public IReadOnlyDictionary<Guid, RoomState> Rooms => _rooms;

    public Dictionary<Guid, TeamState> Teams { get; } = [];

    public Dictionary<Guid, Message> Messages { get; } = [];

    public Dictionary<Guid, AttachmentAction> Actions { get; } = [];

    public MeetingBook Meetings { get; } = new();

    /// <summary>Raised inside the lock, in the order things happen: whoever listens only takes note.</summary>
    public event Action<WorldEvent>? Happened;

    public void Raise(WorldEvent happened) => Happened?.Invoke(happened);

    /// <summary>Now, to the millisecond, as times on the wire have no more.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    public Person? FindByToken(string token)
    {
        lock (Gate) return People.WithToken(token);
    }

    public Person? FindByKey(Guid key)
    {
        lock (Gate) return People.WithKey(key);
    }

    public RoomState AddRoom(Room room)
    {
        var state = new RoomState(room);
        _rooms.Add(room.Key, state);
        return state;
    }

    public void RemoveRoom(RoomState state)
    {
        foreach (var message in state.Messages) Forget(message);
        foreach (var person in state.Members.Keys) _shelves[person].Remove(state);
        if (state.Room.IsDirect && state.Members.Keys.ToArray() is [var one, var other]) _directRooms.Remove(Pair(one, other));
        _rooms.Remove(state.Room.Key);
    }

    /// <summary>In no order.</summary>
    public IEnumerable<RoomState> RoomsOf(Person person) => ShelfOf(person.Key).All;

    /// <summary>In an order, from behind a place on.</summary>
    public IEnumerable<RoomState> RoomsOf(Person person, RoomOrder order, Cursor? after) => ShelfOf(person.Key).From(order, after);

    /// <summary>With the General room, and with the archived ones.</summary>
    public IEnumerable<RoomState> RoomsOfTeam(Guid team) => _rooms.Values.Where(state => state.Room.TeamKey == team);

    public RoomState? DirectRoom(Person one, Person other) => _directRooms.GetValueOrDefault(Pair(one.Key, other.Key));

    public void AddDirectRoom(RoomState state, Person one, Person other) => _directRooms.Add(Pair(one.Key, other.Key), state);

    public void Put(RoomState state, Membership membership)
    {
        state.Members[membership.Person.Key] = membership;
        ShelfOf(membership.Person.Key).Put(state);
    }

    public void Remove(RoomState state, Membership membership)
    {
        state.Members.Remove(membership.Person.Key);
        _shelves[membership.Person.Key].Remove(state);
    }

    public void Add(RoomState state, Message message)
    {
        Messages.Add(message.Key, message);
        state.Messages.Add(message);
    }

    /// <summary>Something has happened in a room: its members see it further up.</summary>
    public void Stir(RoomState state, DateTimeOffset time)
    {
        state.Room = state.Room with { LastActivity = time };
        foreach (var person in state.Members.Keys) _shelves[person].Mark(state);
    }

    public void Replace(RoomState state, Message message)
    {
        Messages[message.Key] = message;
        state.Messages[state.IndexOf(message.Created)] = message;
    }

    public void Remove(RoomState state, Message message)
    {
        Forget(message);
        state.Messages.RemoveAt(state.IndexOf(message.Created));
    }

    /// <summary>Somebody is no longer who he was: whatever names him does so anew.</summary>
    public void Change(Person person)
    {
        var isNew = People.WithKey(person.Key) is null;
        People.Put(person);
        if (isNew) return;
        foreach (var state in RoomsOf(person).ToArray())
        {
            // A direct room is called after him, and what was written of it is kept by its record.
            if (state.Room.IsDirect) state.Room = state.Room with { };
            Put(state, state.Members[person.Key] with { Person = person });
        }
        foreach (var team in Teams.Values.Where(team => team.Has(person))) team.Members[person.Key] = team.Members[person.Key] with { Person = person };
        foreach (var message in Messages.Values.Where(message => message.Author.Key == person.Key).ToArray())
            Replace(Rooms[message.RoomKey], message with { Author = person });
    }

    /// <summary>Nobody and nothing.</summary>
    public void Clear()
    {
        foreach (var message in Messages.Values) message.File?.Delete();
        People.Clear();
        Teams.Clear();
        _rooms.Clear();
        _shelves.Clear();
        _directRooms.Clear();
        Messages.Clear();
        Actions.Clear();
        Meetings.Clear();
    }

    private RoomShelf ShelfOf(Guid person) => _shelves.TryGetValue(person, out var shelf) ? shelf : _shelves[person] = new();

    private void Forget(Message message)
    {
        Messages.Remove(message.Key);
        message.File?.Delete();
    }

    private static (Guid, Guid) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
