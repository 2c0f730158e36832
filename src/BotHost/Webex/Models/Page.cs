namespace BotHost.Webex;

/// <summary>One page of a list. It may be empty although more pages follow.</summary>
internal sealed record Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }
}
