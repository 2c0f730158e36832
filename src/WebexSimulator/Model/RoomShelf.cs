using WebexSimulator.Http;

namespace WebexSimulator.Model;

/// <summary>What the rooms of a list are in order of.</summary>
internal enum RoomOrder
{
    LastActivity,
    Created,
    Id,
}

/// <summary>
/// The rooms one person is in, and in which order. A change only marks the room; an order is put right when somebody reads it. So a
/// message costs each of the thousands in its room a mark, and a page of a list of thousands costs no more than a page. Used inside the
/// world's lock.
/// </summary>
internal sealed class RoomShelf
{
    private readonly Dictionary<Guid, RoomState> _rooms = [];
    private readonly Dictionary<RoomOrder, Row> _rows = [];

    /// <summary>In no order.</summary>
    public IEnumerable<RoomState> All => _rooms.Values;

    public void Put(RoomState state)
    {
        _rooms[state.Room.Key] = state;
        Mark(state);
    }

    public void Remove(RoomState state)
    {
        _rooms.Remove(state.Room.Key);
        foreach (var row in _rows.Values) row.Remove(state);
    }

    /// <summary>Something about a room has changed that its place may depend on.</summary>
    public void Mark(RoomState state)
    {
        foreach (var row in _rows.Values) row.Marked.Add(state);
    }

    /// <summary>In ascending order of their places, from behind one on.</summary>
    public IEnumerable<RoomState> From(RoomOrder order, Cursor? after)
    {
        if (!_rows.TryGetValue(order, out var row))
        {
            _rows[order] = row = new(order);
            row.Marked.UnionWith(_rooms.Values);
        }
        row.PutRight();
        return row.From(after);
    }

    public static Cursor Place(RoomOrder order, Room room) => order switch
    {
        RoomOrder.LastActivity => Cursor.NewestFirst(room.LastActivity, room.Key),
        RoomOrder.Created => Cursor.NewestFirst(room.Created, room.Key),
        _ => new(0, room.Key),
    };

    /// <summary>The rooms in one order, but for those that are marked.</summary>
    private sealed class Row(RoomOrder order)
    {
        private static readonly Cursor End = new(long.MaxValue, Guid.AllBitsSet);

        private readonly Dictionary<RoomState, Cursor> _places = [];
        private readonly SortedSet<(Cursor Place, RoomState? State)> _inOrder = new(Comparer<(Cursor Place, RoomState?)>.Create((one, other) => one.Place.CompareTo(other.Place)));

        public HashSet<RoomState> Marked { get; } = [];

        public void Remove(RoomState state)
        {
            Marked.Remove(state);
            TakeOut(state);
        }

        public void PutRight()
        {
            foreach (var state in Marked)
            {
                TakeOut(state);
                var place = Place(order, state.Room);
                _places.Add(state, place);
                _inOrder.Add((place, state));
            }
            Marked.Clear();
        }

        public IEnumerable<RoomState> From(Cursor? after) =>
            (after is { } start ? _inOrder.GetViewBetween((start, null), (End, null)).SkipWhile(one => one.Place.Equals(start)) : _inOrder).Select(one => one.State!);

        private void TakeOut(RoomState state)
        {
            if (_places.Remove(state, out var place)) _inOrder.Remove((place, null));
        }
    }
}
