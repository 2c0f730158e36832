using BotHost.Storage;

namespace BotHost.Inbox;

/// <summary>
/// The order held in memory, for a store that serves one process: numbers only, some hundred bytes an open event. It spares the
/// store an index by lane, whose scattered pages would cost each webhook as much again as storing it.
/// </summary>
internal sealed class HeldOrder : IEventOrder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedSet<Entry>> _lanes = [];
    private readonly Dictionary<long, Entry> _entries = [];

    /// <inheritdoc/>
    public long? First(WriteSession session, string lane, long now)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(lane, out var entries))
                return null;
            foreach (var entry in entries)
            {
                if (!entry.IsForLater || entry.DueAt <= now)
                    return entry.Sequence;
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public NextWork? Next(WriteSession session, string lane, long? ended)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(lane, out var entries))
                return null;
            NextWork? next = null;
            foreach (var entry in entries)
            {
                if (entry.Sequence == ended)
                    continue;
                if (!entry.IsForLater)
                    return new NextWork(0);
                next ??= new NextWork(entry.DueAt);
            }

            return next;
        }
    }

    /// <inheritdoc/>
    public long Behind(WriteSession session, string lane, long now)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(lane, out var entries))
                return now;
            foreach (var entry in entries.Reverse())
            {
                if (!entry.IsForLater)
                    return Math.Max(now, entry.DueAt);
            }

            return now;
        }
    }

    /// <inheritdoc/>
    public void Placed(IEnumerable<EventPlace> places)
    {
        lock (_gate)
        {
            foreach (var (lane, sequence, dueAt, isForLater) in places)
            {
                Remove(lane, sequence);
                var entry = _entries[sequence] = new Entry(dueAt, sequence, isForLater);
                if (!_lanes.TryGetValue(lane, out var entries))
                    _lanes[lane] = entries = [];
                entries.Add(entry);
            }
        }
    }

    /// <inheritdoc/>
    public void Ended(string lane, long sequence)
    {
        lock (_gate)
            Remove(lane, sequence);
    }

    private void Remove(string lane, long sequence)
    {
        if (!_entries.Remove(sequence, out var entry) || !_lanes.TryGetValue(lane, out var entries))
            return;
        entries.Remove(entry);
        if (entries.Count == 0)
            _lanes.Remove(lane);
    }

    private readonly record struct Entry(long DueAt, long Sequence, bool IsForLater) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => DueAt != other.DueAt ? DueAt.CompareTo(other.DueAt) : Sequence.CompareTo(other.Sequence);
    }
}
