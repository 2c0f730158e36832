using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreateThreadReply
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-thread-reply", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Answer in a thread",
        Description = "Posts an answer in the thread of a message.",
        About = (input, call) => call with { Room = input.RoomId, Subject = input.ParentId.Value },
        Says = input => input.Markdown ?? input.Text,
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Messages.CreateAsync(
            new NewMessage
            {
                RoomId = input.RoomId,
                ParentId = await RootAsync(input.ParentId, context, ct).ConfigureAwait(false),
                Text = input.Text,
                Markdown = Destination.Checked(input.Markdown),
            },
            ct).ConfigureAwait(false)),
    };

    /// <summary>Webex wants the first message of the thread, and refuses the id of one that is itself an answer.</summary>
    private static async Task<MessageId> RootAsync(MessageId parent, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            return (await context.Webex.Messages.GetAsync(parent, cancellationToken).ConfigureAwait(false)).ParentId ?? parent;
        }
        catch (WebexException e) when ((int?)e.Status is 403 or 404)
        {
            // One it may not see; Webex knows better.
            return parent;
        }
    }

    internal sealed record Input(
        [Description("The space.")] RoomId RoomId,
        [Description("Any message of the thread.")] MessageId ParentId,
        [Description("Plain text, at most 7439 bytes.")] string? Text = null,
        [Description("Markdown, at most 7439 bytes.")] string? Markdown = null);
}
