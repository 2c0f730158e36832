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
        var settings = RefitSetup.Of(caller, priority, logger);
        People = RestService.ForGenerated<IPeopleApi>(client, settings);
        Authorizations = RestService.ForGenerated<IAuthorizationsApi>(client, settings);
        Applications = RestService.ForGenerated<IApplicationsApi>(client, settings);
        Rooms = RestService.ForGenerated<IRoomsApi>(client, settings);
        RoomTabs = RestService.ForGenerated<IRoomTabsApi>(client, settings);
        Memberships = RestService.ForGenerated<IMembershipsApi>(client, settings);
        Teams = RestService.ForGenerated<ITeamsApi>(client, settings);
        TeamMemberships = RestService.ForGenerated<ITeamMembershipsApi>(client, settings);
        Messages = RestService.ForGenerated<IMessagesApi>(client, settings);
        AttachmentActions = RestService.ForGenerated<IAttachmentActionsApi>(client, settings);
        Webhooks = RestService.ForGenerated<IWebhooksApi>(client, settings);
        Meetings = RestService.ForGenerated<IMeetingsApi>(client, settings);
        MeetingInvitees = RestService.ForGenerated<IMeetingInviteesApi>(client, settings);
        Participants = RestService.ForGenerated<IParticipantsApi>(client, settings);
        Registrants = RestService.ForGenerated<IRegistrantsApi>(client, settings);
        Recordings = RestService.ForGenerated<IRecordingsApi>(client, settings);
        Transcripts = RestService.ForGenerated<ITranscriptsApi>(client, settings);
        Snippets = RestService.ForGenerated<ISnippetsApi>(client, settings);
        Summaries = RestService.ForGenerated<ISummariesApi>(client, settings);
        MeetingSites = RestService.ForGenerated<IMeetingSitesApi>(client, settings);
        Events = RestService.ForGenerated<IEventsApi>(client, settings);
        AdminAudit = RestService.ForGenerated<IAdminAuditApi>(client, settings);
        Licenses = RestService.ForGenerated<ILicensesApi>(client, settings);
        Roles = RestService.ForGenerated<IRolesApi>(client, settings);
        Organizations = RestService.ForGenerated<IOrganizationsApi>(client, settings);
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
