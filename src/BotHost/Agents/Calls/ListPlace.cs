using System.Text.Json.Nodes;

namespace BotHost.Agents;

/// <summary>How far a list was read, so that the next answer goes on there.</summary>
internal interface IListPlace
{
    /// <summary>Behind what was passed.</summary>
    ListCursor? Cursor { get; }

    /// <summary>Comes to an item.</summary>
    /// <returns>Whether it was not passed before.</returns>
    bool Reach(object item, JsonNode shown, Uri? page);

    /// <summary>Leaves the item it came to behind, shown or not.</summary>
    void Pass();
}

/// <summary>
/// By page, and what was passed on it: what is added meanwhile moves the others, and what is removed too, but neither has one of them passed over or shown twice.
/// </summary>
/// <param name="from">Where the last answer ended; null at the beginning.</param>
internal sealed class PagePlace(ListCursor? from) : IListPlace
{
    private readonly HashSet<uint> _before = [.. from?.Marks() ?? []];
    private readonly HashSet<uint> _passed = [.. from?.Marks() ?? []];
    private Uri? _page = from?.Page;
    private uint _at;

    public ListCursor Cursor => new() { Page = _page, Passed = ListCursor.Of(_passed) };

    public bool Reach(object item, JsonNode shown, Uri? page)
    {
        if (page != _page)
            _passed.Clear();
        _page = page;
        _at = ListCursor.Mark(shown);
        if (!_before.Contains(_at))
            return true;
        // It moved on to this page, where the next answer is to pass it over too.
        _passed.Add(_at);
        return false;
    }

    public void Pass() => _passed.Add(_at);
}

/// <summary>By item: Webex can be asked for what comes after it.</summary>
internal sealed class ItemPlace<T>(Func<T, string> id) : IListPlace
{
    private string? _at, _passed;

    public ListCursor? Cursor => _passed is null ? null : new() { After = _passed };

    public bool Reach(object item, JsonNode shown, Uri? page)
    {
        _at = id((T)item);
        return true;
    }

    public void Pass() => _passed = _at;
}
