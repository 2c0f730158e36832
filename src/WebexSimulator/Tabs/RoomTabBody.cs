using WebexSimulator.Model;

namespace WebexSimulator.Tabs;

internal sealed record RoomTabBody(
    string Id, string RoomId, string RoomType, string DisplayName, string ContentUrl, string CreatorId, DateTimeOffset Created)
{
    public static RoomTabBody Of(RoomState state, RoomTab tab) => new(
        tab.Id, state.Room.Id, state.Room.Type, tab.DisplayName, tab.ContentUrl, WebexId.Person(tab.CreatorKey), tab.Created);
}
