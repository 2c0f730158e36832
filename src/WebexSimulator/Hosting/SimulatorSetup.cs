using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using WebexSimulator.Administration;
using WebexSimulator.Cards;
using WebexSimulator.Compliance;
using WebexSimulator.Control;
using WebexSimulator.Faults;
using WebexSimulator.Files;
using WebexSimulator.Http;
using WebexSimulator.Identity;
using WebexSimulator.Invitees;
using WebexSimulator.Meetings;
using WebexSimulator.Memberships;
using WebexSimulator.Messages;
using WebexSimulator.Model;
using WebexSimulator.Participants;
using WebexSimulator.People;
using WebexSimulator.Recordings;
using WebexSimulator.Rooms;
using WebexSimulator.State;
using WebexSimulator.Tabs;
using WebexSimulator.Teams;
using WebexSimulator.Tokens;
using WebexSimulator.Transcripts;
using WebexSimulator.Webhooks;

namespace WebexSimulator.Hosting;

/// <summary>What the simulator is made of, and what it answers to.</summary>
internal static class SimulatorSetup
{
    public static void AddSimulator(this IServiceCollection services)
    {
        services.AddRoutingCore();
        services.AddSingleton<TimeProvider>(new SimulatorClock());
        services.AddSingleton<World>();
        services.AddSingleton<TokenRegister>();
        services.AddIdentity();
        services.AddSingleton<Office>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<PersonWriting>();
        services.AddSingleton<PeopleRules>();
        services.AddSingleton<Departure>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<Sight>();
        services.AddSingleton<Moderation>();
        services.AddSingleton<TeamRoster>();
        services.AddSingleton<TeamRules>();
        services.AddSingleton<TeamMembershipRules>();
        services.AddSingleton<RoomTeam>();
        services.AddSingleton<RoomOptions>();
        services.AddSingleton<RoomWriting>();
        services.AddSingleton<RoomRules>();
        services.AddSingleton<MembershipRules>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<MessageComposer>();
        services.AddSingleton<MessageEvents>();
        services.AddSingleton<MessageReading>();
        services.AddSingleton<MessagePosting>();
        services.AddSingleton<MessageChanging>();
        services.AddMeetings();
        services.AddSingleton<WebhookRegister>();
        services.AddSingleton<WebhookRules>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookCourier>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Quiet>();
        services.AddSingleton<FaultRules>();
        services.AddSingleton<StateFile>();
        services.AddSingleton<StateKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<StateKeeper>());
    }

    public static SimulatorOptions ReadOptions(this WebApplicationBuilder builder)
    {
        var options = new SimulatorOptions();
        try
        {
            builder.Configuration.GetSection(SimulatorOptions.Section).Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new OptionsValidationException(SimulatorOptions.Section, typeof(SimulatorOptions), [exception.Message]);
        }
        var errors = options.Errors().ToList();
        return errors is [] ? options : throw new OptionsValidationException(SimulatorOptions.Section, typeof(SimulatorOptions), errors);
    }

    public static void AddOptionsOf(this IServiceCollection services, SimulatorOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Webhooks);
        services.AddSingleton(options.Meetings);
        services.AddSingleton(options.Switches);
    }

    public static void ListenOnlyOn(this IWebHostBuilder web, IPEndPoint address) =>
        web.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ResponseHeaderEncodingSelector = header => header == "Content-Disposition" ? Encoding.UTF8 : null;
            kestrel.Listen(address);
        });

    public static void AddQuietConsole(this ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning);
        // What these two say when an address is taken is said once, and better, on stderr.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter((category, level) => category is not "Microsoft.AspNetCore.Server.Kestrel" && level >= LogLevel.Warning);
    }

    public static void UseSimulator(this WebApplication app)
    {
        app.Use(StateKeeper.NoticeAsync);
        app.Use(OnlyForApi(ApiPipeline.RunAsync));
        app.UseRouting();
        app.Use(OnlyForApi(Authentication.RecogniseAsync));
        app.Use(OnlyForApi(KeptBody.KeepAsync));
        app.Use(OnlyForApi(FaultInjection.InjectAsync));
        app.Use(OnlyForApi(Authentication.DemandAsync));
        app.Use(OnlyForApi(Admission.AdmitAsync));

        app.MapControls();
        app.MapFileControls();
        app.MapTokenControls();
        app.MapIdentityPages();
        app.MapMeetingControls();
        var api = app.MapGroup("/v1");
        api.MapPeople();
        api.MapRooms();
        api.MapRoomTabs();
        api.MapMemberships();
        api.MapTeams();
        api.MapTeamMemberships();
        api.MapMessages();
        api.MapContents();
        api.MapAttachmentActions();
        api.MapMeetings();
        api.MapRegistrants();
        api.MapInvitees();
        api.MapParticipants();
        api.MapRecordings();
        api.MapTranscripts();
        api.MapSummaries();
        api.MapPreferences();
        api.MapWebhooks();
        api.MapTokenExpiry();
        api.MapIdentity();
        api.MapOrganisations();
        api.MapAdminAudit();
        api.MapEvents();
    }

    private static Func<HttpContext, RequestDelegate, Task> OnlyForApi(Func<HttpContext, RequestDelegate, Task> step) =>
        (http, next) => http.Request.Path.StartsWithSegments("/v1") ? step(http, next) : next(http);
}
