using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class GetWebhook
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-webhook", AgentResource.Webhooks, AgentLevel.Read)
    {
        Title = "Look at webhooks",
        Description = "Looks at one webhook by webhookId, or lists yours. Secrets are not shown.",
        Aim = (input, call, context, ct) => input.WebhookId is { } id ? WebhookAim.OfAsync(id, call, context, ct) : new(call with { IsList = true }),
        Run = async (input, context, ct) => input.WebhookId is { } id
            ? ToolOutput.Of(await context.Webex.Webhooks.GetAsync(id, ct).ConfigureAwait(false))
            : await Listing.ReadAsync(
                "webhooks", context.Webex.Webhooks.ListAsync(max: Listing.PageSize(new PageWish(input.Max, null)), cancellationToken: ct), new PageWish(input.Max, input.Cursor),
                context, WebhookAim.Of, ct).ConfigureAwait(false),
    };

    internal sealed record Input(
        [Description("The webhook to look at.")] WebhookId? WebhookId = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
