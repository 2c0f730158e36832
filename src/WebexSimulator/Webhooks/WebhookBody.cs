using System.Text.Json;
using WebexSimulator.Http;
using WebexSimulator.Messages;
using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>A webhook on the wire. The secret is shown to whoever may see the webhook at all.</summary>
internal sealed record WebhookBody(
    string Id, string Name, string TargetUrl, string Resource, string Event, string? Filter, string? Secret, string Status, DateTimeOffset Created,
    string OrgId, string CreatedBy, string AppId, string OwnedBy)
{
    public static WebhookBody Of(WebhookState state) => Of(state.Webhook) with { Status = state.Health.IsActive ? "active" : "inactive" };

    private static WebhookBody Of(Webhook webhook) => new(
        webhook.Id, webhook.Name, webhook.TargetUrl.OriginalString, webhook.Resource, webhook.Event, webhook.Filter.Source, webhook.Secret, "active",
        webhook.Created, webhook.Owner.OrganisationId, webhook.Owner.Id, webhook.AppId, webhook.OwnedBy);
}

/// <summary>
/// What is delivered. In the order observed; <c>resource</c> and <c>event</c> are what happened, also for the firehose; <c>created</c>
/// is the webhook's; the secret is not in it.
/// </summary>
internal sealed record WebhookEnvelope(
    string Id, string Name, string TargetUrl, string Resource, string Event, string? Filter, string OrgId, string CreatedBy, string AppId, string OwnedBy,
    string Status, DateTimeOffset Created, string ActorId, JsonElement Data)
{
    public static byte[] Write(Webhook webhook, WorldEvent happened) => JsonSerializer.SerializeToUtf8Bytes(
        new WebhookEnvelope(
            webhook.Id, webhook.Name, webhook.TargetUrl.OriginalString, happened.Resource, happened.Event, webhook.Filter.Source,
            webhook.Owner.OrganisationId, webhook.Owner.Id, webhook.AppId, webhook.OwnedBy, "active", webhook.Created, happened.Actor.Id,
            DataFor(webhook, happened.Data)),
        Wire.Json.WebhookEnvelope);

    // The addresses of files are where the webhook's owner calls.
    private static JsonElement DataFor(Webhook webhook, object data) =>
        JsonSerializer.SerializeToElement(data is MessageData message ? message.At(webhook.ApiUrl) : data, Wire.Json.GetTypeInfo(data.GetType())!);
}
