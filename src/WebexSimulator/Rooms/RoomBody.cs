using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>A room on the wire. <c>isReadOnly</c> and <c>isAnnouncementOnly</c> were not in the answer to POST when it was observed.</summary>
internal sealed record RoomBody(
    string Id, string Title, string Type, bool IsLocked, string? TeamId, DateTimeOffset LastActivity, string CreatorId, DateTimeOffset Created, string OwnerId,
    string? ClassificationId, string? Description, bool IsPublic, DateTimeOffset? MadePublic, bool? IsReadOnly, bool? IsAnnouncementOnly)
{
    public static RoomBody Of(RoomState state, Person reader, bool isNew = false)
    {
        var room = state.Room;
        return new(
            room.Id, TitleFor(state, reader), room.Type, room.IsLocked, TeamIdOf(room), room.LastActivity, WebexId.Person(room.CreatorKey), room.Created,
            WebexId.Organisation(room.OwnerOrganisationKey),
            room.ClassificationKey is { } key ? WebexId.Classification(key) : null, room.Description, room.IsPublic, room.MadePublic,
            isNew ? null : room.IsReadOnly, isNew && !room.IsAnnouncementOnly ? null : room.IsAnnouncementOnly);
    }

    public static string? TeamIdOf(Room room) => room.TeamKey is { } team ? WebexId.Team(team) : null;

    // A direct room is called after the other one; for a compliance officer, who is neither, Webex has this in its place.
    private static string TitleFor(RoomState state, Person reader) =>
        state.Room.IsDirect && !state.Has(reader) ? "Empty Title"
        : state.Room.IsDirect ? state.Members.Values.First(member => member.Person.Key != reader.Key).Person.DisplayName : state.Room.Title;
}

/// <summary>A room in a webhook: without its title.</summary>
internal sealed record RoomData(
    string Id, string Type, bool IsLocked, string? TeamId, string CreatorId, DateTimeOffset LastActivity, DateTimeOffset Created);
