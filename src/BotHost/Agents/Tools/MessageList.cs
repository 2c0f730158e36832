using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>Messages of a space, newest first.</summary>
internal static class MessageList
{
    /// <param name="after">Only newer ones: Webex cannot be asked for it, so the list ends there.</param>
    public static async Task<ToolOutput> ReadAsync(
        ToolContext context, RoomId room, PageWish wish, MessageId? parent, bool mentionsMe, DateTimeOffset? before, DateTimeOffset? after,
        CancellationToken cancellationToken, Func<Message, bool>? matches = null)
    {
        var mentioned = await context.MentionedAsync(room, mentionsMe, cancellationToken).ConfigureAwait(false);
        var last = ListCursor.Read(wish.Cursor, context)?.After;
        IAsyncEnumerable<Message> messages = context.Webex.Messages.ListAsync(
            room, parent, mentioned, last is null ? before : null, last is null ? null : new MessageId(last), Listing.PageSize(wish), cancellationToken);
        if (after is { } since)
            messages = messages.TakeWhile(message => !(message.Created <= since));
        return await Listing.ReadAsync(
            "messages", messages, wish, context, (message, call) => call with { Room = message.RoomId, Subject = message.Id.Value }, message => message.Id.Value,
            cancellationToken, matches).ConfigureAwait(false);
    }

    /// <summary>Whether <c>me</c> is asked for. Webex takes nobody else.</summary>
    public static bool IsMe(string? mentionedPeople) => mentionedPeople is null or "me"
        ? mentionedPeople is not null
        : throw new ToolException("Webex lists messages by a mention of yourself only. Set mentionedPeople to me, or leave it out.");
}
