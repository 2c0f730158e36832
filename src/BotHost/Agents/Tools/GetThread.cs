using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class GetThread
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-thread", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Read a thread",
        Description = "Reads the first message of a thread (parent) and its answers, newest first.",
        About = (input, call) => call with { Room = input.RoomId, Subject = input.ParentId.Value, IsList = true },
        Run = async (input, context, ct) =>
        {
            var output = await MessageList.ReadAsync(
                context, input.RoomId, new PageWish(input.Max, input.Cursor), input.ParentId, mentionsMe: false, null, null, ct).ConfigureAwait(false);
            if (input.Cursor is null && await ParentAsync(input, context, ct).ConfigureAwait(false) is { } parent)
                output.Data["parent"] = ToolJson.Of(parent);
            return output;
        },
    };

    /// <summary>Where it can be seen, and is in the space that was decided about; it is judged as the answers are.</summary>
    private static async Task<Message?> ParentAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var parent = await context.Webex.Messages.GetAsync(input.ParentId, cancellationToken).ConfigureAwait(false);
            return parent.RoomId == input.RoomId && await context.SeesAsync(context.Call with { IsList = false }, cancellationToken).ConfigureAwait(false) ? parent : null;
        }
        catch (WebexException e) when ((int?)e.Status is 403 or 404)
        {
            return null;
        }
    }

    internal sealed record Input(
        [Description("The space.")] RoomId RoomId,
        [Description("The first message of the thread.")] MessageId ParentId,
        [Description("How many answers, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
