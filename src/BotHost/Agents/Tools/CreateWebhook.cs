using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreateWebhook
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-webhook", AgentResource.Webhooks, AgentLevel.Use)
    {
        Title = "Register a webhook",
        Description = "Has Webex tell an address of what happens: ids and addresses, no texts. A second one of the same kind is not refused: list them first. "
            + "To see some spaces only, give filter roomId=….",
        About = (input, call) => call with { Room = WebhookAim.RoomIn(input.Resource, input.Filter) },
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Webhooks.CreateAsync(
            new NewWebhook { Name = input.Name, TargetUrl = input.TargetUrl, Resource = input.Resource, Event = input.Event, Filter = input.Filter, Secret = input.Secret }, ct)
            .ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("A name for people.")] string Name,
        [Description("Where Webex is to post to.")] string TargetUrl,
        [Description("messages, memberships, rooms, attachmentActions, …")] string Resource,
        [Description("created, updated, deleted or all.")] string Event,
        [Description("Such as roomId=….")] string? Filter = null,
        [Description("What deliveries are signed with. It is never shown again.")] string? Secret = null);
}
