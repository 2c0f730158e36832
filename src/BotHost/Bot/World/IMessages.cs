namespace BotHost.Bot;

/// <summary>
/// Messages, where returning or sending a reply is not enough. A call that Webex refuses throws <see cref="WebexRefusedException"/>.
/// </summary>
public interface IMessages
{
    /// <summary>
    /// Posts to a room the bot is in, outside any thread; in this turn's room also in its thread, where the reply says so
    /// (<see cref="Reply.InThread"/>). A text over 7,439 bytes becomes several messages; the id is the last one's.
    /// </summary>
    Task<MessageId> PostAsync(RoomId room, Reply reply, CancellationToken cancellationToken = default);

    /// <summary>
    /// The message, or null where there is none that the bot can see: in a group space, those that mention it and its own.
    /// </summary>
    Task<PostedMessage?> ReadAsync(MessageId message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces what a message of the bot's own says, whichever turn posted it. Webex allows ten edits a message, and none of one with a card or
    /// file. What this turn itself said is edited with <see cref="BotContext.Edit"/>.
    /// </summary>
    /// <param name="room">The room it stands in.</param>
    /// <param name="message">The message.</param>
    /// <param name="reply">Text or Markdown that fits into one message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The reply is anything else.</exception>
    Task EditAsync(RoomId room, MessageId message, Reply reply, CancellationToken cancellationToken = default);

    /// <summary>What became of something that an earlier turn announced.</summary>
    /// <param name="announcement">What <see cref="BotContext.Announce"/> gave.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Delivery> DeliveryAsync(string announcement, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message of the bot's own.</summary>
    Task DeleteAsync(MessageId message, CancellationToken cancellationToken = default);
}

/// <summary>What became of an announcement.</summary>
public enum Delivery
{
    /// <summary>It is not over yet.</summary>
    UnderWay,

    /// <summary>It is in its room.</summary>
    Posted,

    /// <summary>Webex refused it, or an operator discarded it: it is not there.</summary>
    Refused,

    /// <summary>
    /// The connection broke, and Webex leaves no trace of whether it arrived; so it was not repeated. An operator may decide. Also what was
    /// announced so long ago that it is forgotten.
    /// </summary>
    Unknown,
}

/// <summary>A message as it stands in a room.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RoomId">The room.</param>
/// <param name="SenderId">Who wrote it.</param>
/// <param name="ThreadId">The message that began its thread, where it is an answer in one.</param>
/// <param name="Text">Its plain text, mentions as names.</param>
public sealed record PostedMessage(MessageId Id, RoomId RoomId, PersonId SenderId, MessageId? ThreadId, string Text);
