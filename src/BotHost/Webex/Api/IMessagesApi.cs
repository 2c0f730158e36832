using Refit;

namespace BotHost.Webex;

/// <summary>Messages. In a group room a bot sees its own and those that mention it, in a direct room all.</summary>
internal interface IMessagesApi : IPages<Message>
{
    [Get("messages/{messageId}")]
    Task<Message> GetAsync(MessageId messageId, CancellationToken cancellationToken);

    /// <summary>What <see cref="MessagesApi.CreateAsync"/> sends; content is sent as it is, a file as it is read.</summary>
    [Post("messages")]
    Task<Message> PostAsync([Body(buffered: false)] HttpContent message, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a message of one's own.</summary>
    [Put("messages/{messageId}")]
    Task<Message> EditAsync(MessageId messageId, [Body] MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>Deletes a message of one's own or, as a moderator of the room, anybody's.</summary>
    [Delete("messages/{messageId}")]
    Task DeleteAsync(MessageId messageId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MessagesApi.ListDirectAsync"/> gives them all.</summary>
    [Get("messages/direct")]
    Task<Page<Message>> ListDirectPageAsync(
        [Query] PersonId? personId,
        [Query] string? personEmail,
        [Query] MessageId? parentId,
        CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MessagesApi.ListAsync"/> gives them all.</summary>
    [Get("messages")]
    Task<Page<Message>> ListPageAsync(
        [Query] RoomId roomId,
        [Query] MessageId? parentId,
        [Query] PersonId? mentionedPeople,
        [Query] DateTimeOffset? before,
        [Query] MessageId? beforeMessage,
        [Query] int? max,
        CancellationToken cancellationToken);
}
