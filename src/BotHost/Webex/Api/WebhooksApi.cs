namespace BotHost.Webex;

internal static class WebhooksApi
{
    /// <summary>Lists the webhooks of the token's owner, whoever made them.</summary>
    /// <param name="webhooks">The resource.</param>
    /// <param name="ownedBy">With <see cref="WebhookOwner.Org"/>, those that report the whole organisation's events.</param>
    /// <param name="max">Webhooks a page, 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Webhook> ListAsync(
        this IWebhooksApi webhooks,
        WebhookOwner? ownedBy = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max);
        return webhooks.AllAsync(ct => webhooks.ListPageAsync(max, ownedBy, ct), cancellationToken);
    }
}
