namespace WebexSimulator.Http;

/// <summary>How much of a list is wanted, and from where on.</summary>
internal readonly record struct PageRequest(int Max, Cursor? After)
{
    private static readonly Comparer<Cursor> LastFirst = Comparer<Cursor>.Create((one, other) => other.CompareTo(one));

    /// <summary>Cuts the page out of a list that is not in order yet. No more than the page is put in order: the list may be long.</summary>
    public Page<T> Sorted<T>(IEnumerable<T> all, Func<T, Cursor> place)
    {
        var first = new PriorityQueue<T, Cursor>(LastFirst);
        foreach (var item in all)
        {
            var at = place(item);
            if (After is { } after && at.CompareTo(after) <= 0) continue;
            if (first.Count <= Max) first.Enqueue(item, at);
            else if (first.TryPeek(out _, out var last) && at.CompareTo(last) < 0) first.DequeueEnqueue(item, at);
        }
        var items = new T[first.Count];
        for (var index = items.Length - 1; index >= 0; index--) items[index] = first.Dequeue();
        return Ordered(items, place);
    }

    /// <summary>Cuts the page off the front of a list that is in order and begins behind <see cref="After"/>; reads no further than needed.</summary>
    public Page<T> Ordered<T>(IEnumerable<T> rest, Func<T, Cursor> place)
    {
        var items = rest.Take(Max + 1).ToList();
        if (items.Count <= Max) return new(items, null);
        items.RemoveAt(Max);
        return new(items, place(items[^1]));
    }
}

/// <summary>Part of a list, and where the next part begins, if there is one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, Cursor? Next)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> body) => new([.. Items.Select(body)], Next);
}
