using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class SearchMessages
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-search-messages", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Search messages",
        Description = "Looks through the messages of one space, newest first, a thousand at a time, for a text (upper and lower case alike), files, or a time.",
        About = (input, call) => call with { Room = input.RoomId, IsList = true },
        Run = (input, context, ct) => MessageList.ReadAsync(
            context, input.RoomId, new PageWish(input.Max, input.Cursor), input.ParentId, MessageList.IsMe(input.MentionedPeople), input.Before, input.After, ct,
            message => Holds(message, input.Query) && !(input.HasFiles is { } files && files != message.Files.Count > 0)),
    };

    private static bool Holds(Message message, string? query) =>
        query is null || message.Text?.Contains(query, StringComparison.OrdinalIgnoreCase) == true || message.Markdown?.Contains(query, StringComparison.OrdinalIgnoreCase) == true;

    internal sealed record Input(
        [Description("The space to look in.")] RoomId RoomId,
        [Description("What the text must contain.")] string? Query = null,
        [Description("Only older ones: 2026-01-31T12:00:00Z.")] DateTimeOffset? Before = null,
        [Description("Only newer ones.")] DateTimeOffset? After = null,
        [Description("me: only messages that mention you.")] string? MentionedPeople = null,
        [Description("Only the replies in this thread.")] MessageId? ParentId = null,
        [Description("true: only with files; false: only without.")] bool? HasFiles = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
