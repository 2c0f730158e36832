using RestEase;

namespace BotHost.Webex;

/// <summary>Messages. In a group room a bot sees its own and those that mention it, in a direct room all.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IMessagesApi : IPages<Message>
{
    [Get("messages/{messageId}")]
    Task<Message> GetAsync([Path] MessageId messageId, CancellationToken cancellationToken);

    [Post("messages")]
    Task<Message> CreateAsync([Body] NewMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a message of one's own.</summary>
    [Put("messages/{messageId}")]
    Task<Message> EditAsync([Path] MessageId messageId, [Body] MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>Deletes a message of one's own or, as a moderator of the room, anybody's.</summary>
    [Delete("messages/{messageId}")]
    Task DeleteAsync([Path] MessageId messageId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MessagesApi.ListDirectAsync"/> gives them all.</summary>
    [Get("messages/direct")]
    Task<Response<Page<Message>>> ListDirectPageAsync(
        [Query] PersonId? personId,
        [Query] string? personEmail,
        [Query] MessageId? parentId,
        CancellationToken cancellationToken);

    /// <summary>One page; <see cref="MessagesApi.ListAsync"/> gives them all.</summary>
    [Get("messages")]
    Task<Response<Page<Message>>> ListPageAsync(
        [Query] RoomId roomId,
        [Query] MessageId? parentId,
        [Query] PersonId? mentionedPeople,
        [Query] DateTimeOffset? before,
        [Query] MessageId? beforeMessage,
        [Query] int? max,
        CancellationToken cancellationToken);
}
