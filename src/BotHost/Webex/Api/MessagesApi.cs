namespace BotHost.Webex;

internal static class MessagesApi
{
    /// <summary>Posts a message; with a file, in the form that takes one.</summary>
    /// <exception cref="ArgumentException">Webex would refuse it.</exception>
    public static Task<Message> CreateAsync(this IMessagesApi messages, NewMessage message, CancellationToken cancellationToken)
    {
        message.Check();
        return messages.PostAsync(message.File is { } file ? new UploadContent(message, file) : WireBody.Json(message), cancellationToken);
    }

    /// <summary>Lists a room's messages, newest first, replies among the rest.</summary>
    /// <param name="messages">The resource.</param>
    /// <param name="roomId">The room.</param>
    /// <param name="parentId">Only the replies in this thread, without the message they answer.</param>
    /// <param name="mentionedPeople">The caller's own id, or <c>me</c>. A bot must give it in a group room, or is refused (403).</param>
    /// <param name="before">Only older ones, in milliseconds.</param>
    /// <param name="beforeMessage">Only those before this one.</param>
    /// <param name="max">Messages a page, 50 unless told; with <paramref name="mentionedPeople"/> at most 100.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Message> ListAsync(
        this IMessagesApi messages,
        RoomId roomId,
        MessageId? parentId = null,
        PersonId? mentionedPeople = null,
        DateTimeOffset? before = null,
        MessageId? beforeMessage = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, mentionedPeople is null ? null : ListLimits.Mentions);
        return messages.AllAsync(
            ct => messages.ListPageAsync(roomId, parentId, mentionedPeople, before, beforeMessage, max, ct),
            cancellationToken);
    }

    /// <summary>
    /// What was said in the direct room with a person, newest first. Webex documents no pages of it; should it send a next one, it is read too.
    /// </summary>
    /// <param name="messages">The resource.</param>
    /// <param name="personId">The other person: this or <paramref name="personEmail"/>.</param>
    /// <param name="personEmail">The other person's address.</param>
    /// <param name="parentId">Only the replies in this thread, without the message they answer.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static async Task<Page<Message>> ListDirectAsync(
        this IMessagesApi messages, PersonId? personId, string? personEmail, MessageId? parentId, CancellationToken cancellationToken)
    {
        if (personId is null == personEmail is null)
            throw new ArgumentException("A direct room is with one other person. Give either personId or personEmail.");

        var all = messages.AllAsync(ct => messages.ListDirectPageAsync(personId, personEmail, parentId, ct), cancellationToken);
        return new Page<Message> { Items = await all.ToListAsync(cancellationToken) };
    }
}
