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

    public WebexClient(IHttpClientFactory clients)
    {
        var requester = new WebexRequester(clients.CreateClient(HttpClientName));
        People = RestClient.For<IPeopleApi>(requester);
        Rooms = RestClient.For<IRoomsApi>(requester);
        Memberships = RestClient.For<IMembershipsApi>(requester);
        Messages = RestClient.For<IMessagesApi>(requester);
        AttachmentActions = RestClient.For<IAttachmentActionsApi>(requester);
        Webhooks = RestClient.For<IWebhooksApi>(requester);
    }

    public IPeopleApi People { get; }

    public IRoomsApi Rooms { get; }

    public IMembershipsApi Memberships { get; }

    public IMessagesApi Messages { get; }

    public IAttachmentActionsApi AttachmentActions { get; }

    public IWebhooksApi Webhooks { get; }
}
