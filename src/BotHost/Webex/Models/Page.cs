namespace BotHost.Webex;

/// <summary>One page of a list. It may be empty although more pages follow.</summary>
internal sealed record Page<T> : IPage
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Items that are not what Webex documents, a missing id for instance. They are left out of <see cref="Items"/>, and logged.</summary>
    public IReadOnlyList<UnreadableItem> Unreadable { get; init; } = [];

    /// <summary>In a look-up of people by ids, those nobody has.</summary>
    public IReadOnlyList<string> NotFoundIds { get; init; } = [];

    /// <summary>Where the next page is, and which call said so; null on the last. It stands beside the body, in a header.</summary>
    public (Uri Address, WebexCall Call)? Next { get; set; }
}

/// <summary>A page of whatever it lists.</summary>
internal interface IPage
{
    IReadOnlyList<UnreadableItem> Unreadable { get; }

    (Uri Address, WebexCall Call)? Next { set; }
}

/// <summary>An item of a list that could not be read.</summary>
/// <param name="Id">Null when not even that could be read.</param>
/// <param name="Where">The path to the fault within the item, such as <c>$.created</c>.</param>
internal sealed record UnreadableItem(string? Id, string Where);
