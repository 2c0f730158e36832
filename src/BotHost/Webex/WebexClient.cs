using System.Runtime.CompilerServices;
using RestEase;

[assembly: InternalsVisibleTo(RestClient.FactoryAssemblyName)]

namespace BotHost.Webex;

/// <summary>
/// The Webex REST API as this bot uses it. Every call throws <see cref="WebexException"/> when Webex refuses or fails,
/// and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
internal sealed class WebexClient
{
    public const string HttpClientName = "Webex";

    public WebexClient(IHttpClientFactory clients, ILogger<WebexClient> logger)
    {
        var requester = new WebexRequester(clients.CreateClient(HttpClientName), logger);
        People = RestClient.For<IPeopleApi>(requester);
        Rooms = RestClient.For<IRoomsApi>(requester);
        Memberships = RestClient.For<IMembershipsApi>(requester);
        Messages = RestClient.For<IMessagesApi>(requester);
        RoomTabs = RestClient.For<IRoomTabsApi>(requester);
        Teams = RestClient.For<ITeamsApi>(requester);
        TeamMemberships = RestClient.For<ITeamMembershipsApi>(requester);
        AttachmentActions = RestClient.For<IAttachmentActionsApi>(requester);
        Webhooks = RestClient.For<IWebhooksApi>(requester);
    }

    public IPeopleApi People { get; }

    public IRoomsApi Rooms { get; }

    public IMembershipsApi Memberships { get; }

    public IMessagesApi Messages { get; }

    public IRoomTabsApi RoomTabs { get; }

    public ITeamsApi Teams { get; }

    public ITeamMembershipsApi TeamMemberships { get; }

    public IAttachmentActionsApi AttachmentActions { get; }

    public IWebhooksApi Webhooks { get; }
}
