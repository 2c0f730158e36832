using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RestEase;

[assembly: InternalsVisibleTo(RestClient.FactoryAssemblyName)]

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
        var requester = new WebexRequester(client, priority, logger);
        People = RestClient.For<IPeopleApi>(requester);
        Rooms = RestClient.For<IRoomsApi>(requester);
        RoomTabs = RestClient.For<IRoomTabsApi>(requester);
        Memberships = RestClient.For<IMembershipsApi>(requester);
        Teams = RestClient.For<ITeamsApi>(requester);
        TeamMemberships = RestClient.For<ITeamMembershipsApi>(requester);
        Messages = RestClient.For<IMessagesApi>(requester);
        AttachmentActions = RestClient.For<IAttachmentActionsApi>(requester);
        Webhooks = RestClient.For<IWebhooksApi>(requester);
        Meetings = RestClient.For<IMeetingsApi>(requester);
        MeetingInvitees = RestClient.For<IMeetingInviteesApi>(requester);
        Participants = RestClient.For<IParticipantsApi>(requester);
        Registrants = RestClient.For<IRegistrantsApi>(requester);
        Recordings = RestClient.For<IRecordingsApi>(requester);
        Transcripts = RestClient.For<ITranscriptsApi>(requester);
        Snippets = RestClient.For<ISnippetsApi>(requester);
        Summaries = RestClient.For<ISummariesApi>(requester);
        MeetingSites = RestClient.For<IMeetingSitesApi>(requester);
        Events = RestClient.For<IEventsApi>(requester);
        AdminAudit = RestClient.For<IAdminAuditApi>(requester);
        Licenses = RestClient.For<ILicensesApi>(requester);
        Roles = RestClient.For<IRolesApi>(requester);
        Organizations = RestClient.For<IOrganizationsApi>(requester);
        Authorizations = RestClient.For<IAuthorizationsApi>(requester);
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

    public IMeetingsApi Meetings { get; }

    public IMeetingInviteesApi MeetingInvitees { get; }

    public IParticipantsApi Participants { get; }

    public IRegistrantsApi Registrants { get; }

    public IRecordingsApi Recordings { get; }

    public ITranscriptsApi Transcripts { get; }

    public ISnippetsApi Snippets { get; }

    public ISummariesApi Summaries { get; }

    public IMeetingSitesApi MeetingSites { get; }

    public IEventsApi Events { get; }

    public IAdminAuditApi AdminAudit { get; }

    public ILicensesApi Licenses { get; }

    public IRolesApi Roles { get; }

    public IOrganizationsApi Organizations { get; }

    public IAuthorizationsApi Authorizations { get; }

    public WebexFiles Files { get; }
}
