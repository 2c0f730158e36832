namespace WebexSimulator.Model;

internal sealed record RoomTab
{
    public required Guid Key { get; init; }
    public required Guid RoomKey { get; init; }
    public required string DisplayName { get; init; }
    public required string ContentUrl { get; init; }
    public required Guid CreatorKey { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string Id => WebexId.RoomTab(Key);
}
