namespace BotHost.Bot;

/// <summary>
/// Messages, where returning or sending a reply is not enough. A call that Webex refuses throws <see cref="WebexRefusedException"/>.
/// </summary>
public interface IMessages
{
    /// <summary>
    /// Posts to a room the bot is in, outside any thread. A text over 7,439 bytes becomes several messages; the id is the last one's.
    /// </summary>
    Task<MessageId> PostAsync(RoomId room, Reply reply, CancellationToken cancellationToken = default);

    /// <summary>
    /// The message, or null where there is none that the bot can see: in a group space, those that mention it and its own.
    /// </summary>
    Task<PostedMessage?> ReadAsync(MessageId message, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message of the bot's own.</summary>
    Task DeleteAsync(MessageId message, CancellationToken cancellationToken = default);
}

/// <summary>A message as it stands in a room.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RoomId">The room.</param>
/// <param name="SenderId">Who wrote it.</param>
/// <param name="ThreadId">The message that began its thread, where it is an answer in one.</param>
/// <param name="Text">Its plain text, mentions as names.</param>
public sealed record PostedMessage(MessageId Id, RoomId RoomId, PersonId SenderId, MessageId? ThreadId, string Text);
