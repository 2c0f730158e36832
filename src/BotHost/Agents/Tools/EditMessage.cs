using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class EditMessage
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-edit-message", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Edit a message",
        Description = "Replaces the text of a message of your own. Webex allows ten edits of a message, and none of one with a file or a card.",
        IsIdempotent = true,
        IsDestructive = true,
        Aim = async (input, call, context, ct) => call with
        {
            Room = await MessageRoom.OfAsync(input.MessageId, input.RoomId, context, ct).ConfigureAwait(false), Subject = input.MessageId.Value,
        },
        Says = input => input.Markdown ?? input.Text,
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Messages.EditAsync(
            input.MessageId, new MessageEdit { RoomId = input.RoomId, Text = input.Text, Markdown = Destination.Checked(input.Markdown) }, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The message to edit.")] MessageId MessageId,
        [Description("The space it is in.")] RoomId RoomId,
        [Description("The new plain text.")] string? Text = null,
        [Description("The new markdown.")] string? Markdown = null);
}
