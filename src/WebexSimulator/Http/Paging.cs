namespace WebexSimulator.Http;

/// <summary>How much of a list is wanted, and from where on.</summary>
internal readonly record struct PageRequest(int Max, Cursor? After)
{
    /// <summary>Cuts the page out of a list that is not in order yet.</summary>
    public Page<T> Sorted<T>(IEnumerable<T> all, Func<T, Cursor> place)
    {
        var items = all.ToArray();
        var places = Array.ConvertAll(items, item => place(item));
        Array.Sort(places, items);
        var first = After is { } after ? Array.FindIndex(places, at => at.CompareTo(after) > 0) : 0;
        return Ordered(first < 0 ? [] : items.Skip(first), place);
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
