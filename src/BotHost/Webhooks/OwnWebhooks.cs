using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Webhooks;

/// <summary>
/// Our webhooks at Webex: those of our name that we created. Everybody else's are left alone.
/// </summary>
internal sealed class OwnWebhooks(WebexClient webex, BotIdentity identity, WantedWebhooks wanted, IOptions<BotHostOptions> options, PublicAddress address)
{
    /// <summary>How many there must be.</summary>
    public int Count => wanted.Events.Count;

    /// <summary>Where they deliver.</summary>
    public string Target() => address.Of(WebhookEndpoint.Path).AbsoluteUri;

    /// <summary>What there must be, with what there is; and what there is beyond: a doubled one, or one whose last route is gone.</summary>
    public async Task<(IReadOnlyList<WantedWebhook> Wanted, IReadOnlyList<Webhook> Orphans)> ReadAsync(CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        var ours = new List<Webhook>();
        await foreach (var webhook in webex.Webhooks.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (webhook.CreatedBy == self.Id && webhook.Name?.StartsWith(options.Value.Name + " ", StringComparison.Ordinal) == true)
                ours.Add(webhook);
        }

        var all = new List<WantedWebhook>();
        foreach (var (resource, name) in wanted.Events)
        {
            var title = $"{options.Value.Name} {resource}/{name}";
            var found = ours.FirstOrDefault(w => w.Name == title && w.Resource == resource && w.Event == name && string.IsNullOrEmpty(w.Filter));
            if (found is not null)
                ours.Remove(found);
            all.Add(new WantedWebhook(title, resource, name, found));
        }

        return (all, ours);
    }

    public Task CreateAsync(WantedWebhook webhook, string secret, CancellationToken cancellationToken) => webex.Webhooks.CreateAsync(new NewWebhook
    {
        Name = webhook.Title,
        TargetUrl = Target(),
        Resource = webhook.Resource,
        Event = webhook.Event,
        Secret = secret,
    }, cancellationToken);

    /// <summary>Gives it its address and secret again.</summary>
    /// <param name="webhook">One that is there.</param>
    /// <param name="secret">What Webex is to sign with.</param>
    /// <param name="activate">Whether it is to be switched on, too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task RepairAsync(WantedWebhook webhook, string secret, bool activate, CancellationToken cancellationToken) =>
        webex.Webhooks.UpdateAsync(webhook.Found!.Id, new WebhookUpdate
        {
            Name = webhook.Title,
            TargetUrl = Target(),
            Secret = secret,
            Status = activate ? "active" : null,
        }, cancellationToken);

    public Task DeleteAsync(Webhook orphan, CancellationToken cancellationToken) => webex.Webhooks.DeleteAsync(orphan.Id, cancellationToken);
}

/// <summary>A webhook that the routes need.</summary>
/// <param name="Found">As it is at Webex; null where it is missing.</param>
internal sealed record WantedWebhook(string Title, string Resource, string Event, Webhook? Found)
{
    /// <summary>
    /// Whether people cannot be heard without it. Of the others, Webex may refuse one for want of a scope, which is no reason to be silent.
    /// </summary>
    public bool IsVital => (Resource, Event) is ("messages", "created") or ("attachmentActions", "created");

    /// <summary>Whether Webex switched it off.</summary>
    public bool IsOff => Found is { Status: not (null or "active") };
}
