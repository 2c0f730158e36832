namespace BotHost.Agents;

/// <summary>In which space a message is: what Webex says, not what the agent says.</summary>
internal static class MessageRoom
{
    /// <exception cref="ToolException">It is in another space than was said.</exception>
    public static async ValueTask<RoomId?> OfAsync(MessageId message, RoomId? said, ToolContext context, CancellationToken cancellationToken)
    {
        var room = await context.Facts.RoomOfAsync(message, cancellationToken).ConfigureAwait(false);
        return room is null || said is null || room == said
            ? room
            : throw new ToolException("That message is not in that space. Take roomId and messageId from the same message.");
    }
}
