using Refit;

namespace BotHost.Webex;

/// <summary>Where Webex reports what happens.</summary>
internal interface IWebhooksApi : IPages<Webhook>
{
    [Get("webhooks/{webhookId}")]
    Task<Webhook> GetAsync(WebhookId webhookId, CancellationToken cancellationToken);

    [Post("webhooks")]
    Task<Webhook> CreateAsync([Body] NewWebhook webhook, CancellationToken cancellationToken);

    /// <summary>Changes name, target or secret, or switches a webhook on again.</summary>
    [Put("webhooks/{webhookId}")]
    Task<Webhook> UpdateAsync(WebhookId webhookId, [Body] WebhookUpdate update, CancellationToken cancellationToken);

    [Delete("webhooks/{webhookId}")]
    Task DeleteAsync(WebhookId webhookId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="WebhooksApi.ListAsync"/> gives them all.</summary>
    [Get("webhooks")]
    Task<Page<Webhook>> ListPageAsync(
        [Query] int? max, [Query] WebhookOwner? ownedBy, CancellationToken cancellationToken);
}
