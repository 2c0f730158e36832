using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class DeleteSpace
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-delete-space", AgentResource.Spaces, AgentLevel.Full)
    {
        Title = "Delete a space",
        Description = "Deletes a space with all that was said in it, for everybody. It cannot be had back; a team's space is archived.",
        IsIdempotent = true,
        About = (input, call) => call with { Room = input.RoomId },
        Run = async (input, context, ct) =>
        {
            await context.Webex.Rooms.DeleteAsync(input.RoomId, ct).ConfigureAwait(false);
            context.Facts.Forget(input.RoomId);
            return ToolOutput.Deleted(input.RoomId.Value);
        },
    };

    internal sealed record Input([Description("The space to delete.")] RoomId RoomId);
}
