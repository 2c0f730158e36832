namespace WebexSimulator.Model;

internal sealed record Membership
{
    public required Person Person { get; init; }
    public required Guid RoomKey { get; init; }
    public required bool IsDirect { get; init; }
    public bool IsModerator { get; init; }
    public bool IsRoomHidden { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string Id => WebexId.Membership(Person.Key, RoomKey);
}
