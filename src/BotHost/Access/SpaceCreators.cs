using BotHost.Storage;
using Dapper;

namespace BotHost.Access;

/// <summary>For whom the bot created a space. Webex names the bot as its creator; people mean the one who asked.</summary>
internal sealed class SpaceCreators(Database database)
{
    public void Remember(WriteSession session, RoomId space, PersonId creator) => session.Execute(
        "INSERT INTO space_creators (room_id, person_id) VALUES (@room, @person) ON CONFLICT (room_id) DO UPDATE SET person_id = @person",
        ("@room", space.Value), ("@person", creator.Value));

    public void Forget(WriteSession session, RoomId space) =>
        session.Execute("DELETE FROM space_creators WHERE room_id = @room", ("@room", space.Value));

    /// <summary>The person a space was created for, or null where the bot did not create it.</summary>
    public PersonId? Find(RoomId space) => database.Read(connection => connection.QueryFirstOrDefault<string>(
        "SELECT person_id FROM space_creators WHERE room_id = @room", new { room = space.Value })) is { } id ? new PersonId(id) : null;
}
