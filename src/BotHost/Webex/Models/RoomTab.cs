namespace BotHost.Webex;

/// <summary>A tab of a room: a web page shown beside the conversation.</summary>
internal sealed record RoomTab : WebexItem
{
    public required RoomTabId Id { get; init; }

    public RoomId? RoomId { get; init; }

    public RoomType RoomType { get; init; }

    public string? DisplayName { get; init; }

    public string? ContentUrl { get; init; }

    public PersonId? CreatorId { get; init; }

    public DateTimeOffset? Created { get; init; }
}
