using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class DeleteWebhook
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-delete-webhook", AgentResource.Webhooks, AgentLevel.Full)
    {
        Title = "Delete a webhook",
        Description = "Ends a webhook: Webex tells its address of nothing more.",
        IsIdempotent = true,
        Aim = (input, call, context, ct) => WebhookAim.OfAsync(input.WebhookId, call, context, ct),
        Run = async (input, context, ct) =>
        {
            await context.Webex.Webhooks.DeleteAsync(input.WebhookId, ct).ConfigureAwait(false);
            return ToolOutput.Deleted(input.WebhookId.Value);
        },
    };

    internal sealed record Input([Description("The webhook to delete.")] WebhookId WebhookId);
}
