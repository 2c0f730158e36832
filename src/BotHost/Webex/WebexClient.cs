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

    private readonly Func<IWebexCaller, WebexPriority, WebexClient> create;
    private readonly IWebexCaller caller;
    private readonly WebexPriority priority;

    /// <summary>The API as the bot may use it.</summary>
    public WebexClient(
        IHttpClientFactory clients, BotCaller bot, ApiRoot root, IOptions<WebexOptions> options, TimeProvider time, ILogger<WebexClient> logger)
        : this(bot, WebexPriority.Interactive, clients, root, options, time, logger)
    {
    }

    private WebexClient(
        IWebexCaller caller, WebexPriority priority, IHttpClientFactory clients, ApiRoot root, IOptions<WebexOptions> options, TimeProvider time,
        ILogger<WebexClient> logger)
    {
        (this.caller, this.priority) = (caller, priority);
        create = (who, how) => new WebexClient(who, how, clients, root, options, time, logger);
        var client = clients.CreateClient(HttpClientName);
        var requester = new WebexRequester(client, caller, priority, logger);
        People = RestClient.For<IPeopleApi>(requester);
        Authorizations = RestClient.For<IAuthorizationsApi>(requester);
        Applications = RestClient.For<IApplicationsApi>(requester);
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
        Files = new WebexFiles(client, caller, priority, root, options, time);
    }

    /// <summary>As whom it calls.</summary>
    public WebexIdentity Identity => caller.Identity;

    /// <summary>The same API for work nobody waits for: when Webex limits an endpoint, it goes after everything else.</summary>
    public WebexClient Bulk => priority == WebexPriority.Bulk ? this : field ??= create(caller, WebexPriority.Bulk);

    public IPeopleApi People { get; }

    public IAuthorizationsApi Authorizations { get; }

    public IApplicationsApi Applications { get; }

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

    public WebexFiles Files { get; }

    /// <summary>The same API as somebody else may use it.</summary>
    public WebexClient As(IWebexCaller other) => create(other, priority);
}
