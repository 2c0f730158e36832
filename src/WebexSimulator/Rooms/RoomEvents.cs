using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

internal static class RoomEvents
{
    /// <summary>For whoever created it, and nobody else.</summary>
    public static WorldEvent Created(Person actor, RoomState state) => Event("created", actor, [actor], state.Room);

    public static WorldEvent Updated(Person actor, RoomState state) =>
        Event("updated", actor, [.. state.Members.Values.Select(member => member.Person)], state.Room);

    private static WorldEvent Event(string name, Person actor, IReadOnlyList<Person> audience, Room room) =>
        new("rooms", name, actor, audience, room.Id,
            new RoomData(room.Id, room.Type, room.IsLocked, RoomBody.TeamIdOf(room), WebexId.Person(room.CreatorKey), room.LastActivity, room.Created),
            fact => fact switch
            {
                "type" => [room.Type],
                "isLocked" => [room.IsLocked ? "true" : "false"],
                _ => [],
            });
}
