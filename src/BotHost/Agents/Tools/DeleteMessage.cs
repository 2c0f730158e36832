using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class DeleteMessage
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-delete-message", AgentResource.Messages, AgentLevel.Full)
    {
        Title = "Delete a message",
        Description = "Deletes a message of your own or, where you moderate the space, of anybody. It cannot be had back.",
        IsIdempotent = true,
        Aim = async (input, call, context, ct) => call with
        {
            Room = await MessageRoom.OfAsync(input.MessageId, null, context, ct).ConfigureAwait(false), Subject = input.MessageId.Value,
        },
        Run = async (input, context, ct) =>
        {
            await context.Webex.Messages.DeleteAsync(input.MessageId, ct).ConfigureAwait(false);
            return ToolOutput.Deleted(input.MessageId.Value);
        },
    };

    internal sealed record Input([Description("The message to delete.")] MessageId MessageId);
}
