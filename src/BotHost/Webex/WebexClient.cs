using Microsoft.Extensions.Options;
using Refit;

namespace BotHost.Webex;

/// <summary>
/// The Webex REST API as this bot uses it. Every call throws <see cref="WebexException"/> when Webex refuses or fails,
/// <see cref="ArgumentException"/> when it would certainly refuse, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
internal sealed class WebexClient
{
    public const string HttpClientName = "Webex";

    public WebexClient(IHttpClientFactory clients, ApiRoot root, IOptions<WebexOptions> options, TimeProvider time, ILogger<WebexClient> logger)
        : this(WebexPriority.Interactive, clients.CreateClient(HttpClientName), root, options, time, logger) =>
        Bulk = new WebexClient(WebexPriority.Bulk, clients.CreateClient(HttpClientName), root, options, time, logger);

    private WebexClient(
        WebexPriority priority, HttpClient client, ApiRoot root, IOptions<WebexOptions> options, TimeProvider time, ILogger<WebexClient> logger)
    {
        var settings = RefitSetup.Of(priority, logger);
        People = RestService.ForGenerated<IPeopleApi>(client, settings);
        Rooms = RestService.ForGenerated<IRoomsApi>(client, settings);
        RoomTabs = RestService.ForGenerated<IRoomTabsApi>(client, settings);
        Memberships = RestService.ForGenerated<IMembershipsApi>(client, settings);
        Teams = RestService.ForGenerated<ITeamsApi>(client, settings);
        TeamMemberships = RestService.ForGenerated<ITeamMembershipsApi>(client, settings);
        Messages = RestService.ForGenerated<IMessagesApi>(client, settings);
        AttachmentActions = RestService.ForGenerated<IAttachmentActionsApi>(client, settings);
        Webhooks = RestService.ForGenerated<IWebhooksApi>(client, settings);
        Files = new WebexFiles(client, priority, root, options, time);
        Bulk = this;
    }

    /// <summary>The same API for work nobody waits for: when Webex limits an endpoint, it goes after everything else.</summary>
    public WebexClient Bulk { get; }

    public IPeopleApi People { get; }

    public IRoomsApi Rooms { get; }

    public IRoomTabsApi RoomTabs { get; }

    public IMembershipsApi Memberships { get; }

    public ITeamsApi Teams { get; }

    public ITeamMembershipsApi TeamMemberships { get; }

    public IMessagesApi Messages { get; }

    public IAttachmentActionsApi AttachmentActions { get; }

    public IWebhooksApi Webhooks { get; }

    public WebexFiles Files { get; }
}
