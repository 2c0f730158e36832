using BotHost.Storage;
using Dapper;

namespace BotHost.Outbox;

/// <summary>A message of the bot's own, as Webex told of it.</summary>
internal sealed record OwnMessage(MessageId Id, RoomId Room, DateTimeOffset Created);

/// <summary>
/// The bot's own messages, as far as Webex told of them: in the answer to a post, or by the webhook that a bot gets for what it says
/// itself (errata 1). One that no effect has claimed is the receipt of a post whose answer was lost.
/// </summary>
internal sealed class OwnMessages(Database database)
{
    /// <summary>Takes note of the echo of a message.</summary>
    public void Hear(WriteSession session, OwnMessage message) => session.Execute(
        """
        INSERT INTO own_messages (message_id, room_id, created_at) VALUES (@id, @room, @created)
        ON CONFLICT (message_id) DO NOTHING
        """,
        ("@id", message.Id.Value), ("@room", message.Room.Value), ("@created", message.Created.ToUnixTimeMilliseconds()));

    /// <summary>Ties a message to the effect that posted it.</summary>
    public void Claim(WriteSession session, OwnMessage message, long effect) => session.Execute(
        """
        INSERT INTO own_messages (message_id, room_id, created_at, effect) VALUES (@id, @room, @created, @effect)
        ON CONFLICT (message_id) DO UPDATE SET effect = excluded.effect
        """,
        ("@id", message.Id.Value), ("@room", message.Room.Value), ("@created", message.Created.ToUnixTimeMilliseconds()),
        ("@effect", effect));

    /// <summary>Whether an effect posted this message, as far as is known.</summary>
    public bool IsClaimed(MessageId message) => database.Read(connection => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM own_messages WHERE message_id = @id AND effect IS NOT NULL", new { id = message.Value })) > 0;

    /// <summary>The messages in a room since a time that no effect has claimed, the oldest first.</summary>
    public IReadOnlyList<MessageId> Unclaimed(RoomId room, DateTimeOffset since) => database.Read(connection => connection.Query<string>(
        "SELECT message_id FROM own_messages WHERE room_id = @room AND effect IS NULL AND created_at >= @since ORDER BY created_at LIMIT 50",
        new { room = room.Value, since = since.ToUnixTimeMilliseconds() }).Select(id => new MessageId(id)).ToList());

    /// <summary>When the bot last said something in a room, as far as is known and accounted for.</summary>
    public DateTimeOffset? LastClaimed(RoomId room) => database.Read(connection => connection.ExecuteScalar<long?>(
        "SELECT max(created_at) FROM own_messages WHERE room_id = @room AND effect IS NOT NULL", new { room = room.Value }))
        is { } created ? DateTimeOffset.FromUnixTimeMilliseconds(created) : null;

    /// <summary>Forgets messages that are too old to be a receipt for anything.</summary>
    public static int Tidy(WriteSession session, DateTimeOffset before) =>
        session.Execute("DELETE FROM own_messages WHERE created_at < @before", ("@before", before.ToUnixTimeMilliseconds()));
}
