using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class UpdateWebhook
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-update-webhook", AgentResource.Webhooks, AgentLevel.Use)
    {
        Title = "Change a webhook",
        Description = "Changes name, target or secret of a webhook, or switches it on again (status active). What it reports is fixed for good.",
        IsIdempotent = true,
        IsDestructive = true,
        Aim = (input, call, context, ct) => WebhookAim.OfAsync(input.WebhookId, call, context, ct),
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Webhooks.UpdateAsync(
            input.WebhookId, new WebhookUpdate { Name = input.Name, TargetUrl = input.TargetUrl, Secret = input.Secret, Status = input.Status }, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The webhook to change.")] WebhookId WebhookId,
        [Description("Its name, the new or the old one.")] string Name,
        [Description("Its target, the new or the old one.")] string TargetUrl,
        [Description("What deliveries are signed with from now on.")] string? Secret = null,
        [Description("active switches it on again.")] string? Status = null);
}
