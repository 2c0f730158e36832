using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class GetMessage
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-message", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Read messages",
        Description = "Reads one message by messageId, or lists those of the space roomId, newest first. A bot sees only messages that mention it in a space of several people, and all in a direct one.",
        Aim = async (input, call, context, ct) => (input.MessageId, input.RoomId) switch
        {
            ({ } message, _) => call with { Room = await MessageRoom.OfAsync(message, input.RoomId, context, ct).ConfigureAwait(false), Subject = message.Value },
            (_, { } room) => call with { Room = room, IsList = true },
            _ => throw new ToolException("Give messageId for one message, or roomId for those of a space."),
        },
        Run = async (input, context, ct) => input.MessageId is { } message
            ? ToolOutput.Of(await context.Webex.Messages.GetAsync(message, ct).ConfigureAwait(false))
            : await MessageList.ReadAsync(
                context, input.RoomId!.Value, new PageWish(input.Max, input.Cursor), input.ParentId, MessageList.IsMe(input.MentionedPeople), input.Before, input.After, ct)
                .ConfigureAwait(false),
    };

    internal sealed record Input(
        [Description("The message to read.")] MessageId? MessageId = null,
        [Description("The space whose messages are listed.")] RoomId? RoomId = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("me: only messages that mention you.")] string? MentionedPeople = null,
        [Description("Only older ones: 2026-01-31T12:00:00Z.")] DateTimeOffset? Before = null,
        [Description("Only newer ones.")] DateTimeOffset? After = null,
        [Description("Only the replies in this thread.")] MessageId? ParentId = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
