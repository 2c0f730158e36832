using BotHost.Access;
using BotHost.Agents;
using BotHost.Bot;
using BotHost.CatchUp;
using BotHost.Dispatch;
using BotHost.Features;
using BotHost.Hooks;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Operations;
using BotHost.Outbox;
using BotHost.Schedule;
using BotHost.State;
using BotHost.Storage;
using BotHost.Webex;
using BotHost.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotHost;

/// <summary>The bot service: a webhook receiver, a memory, a router, and a Webex client, hosted in ASP.NET Core.</summary>
public sealed class BotHostApp
{
    private BotHostApp()
    {
    }

    /// <summary>
    /// Builds the host, without starting it. Settings come from <c>appsettings.json</c> beside the program, then the
    /// environment, then <paramref name="args"/>.
    /// </summary>
    /// <param name="bot">What the bot can do. Null: the features it is shipped with.</param>
    /// <param name="configure">A last word on settings and services.</param>
    public static WebApplication Build(string[] args, Action<BotRoutes>? bot = null, Action<WebApplicationBuilder>? configure = null) =>
        Build(args, bot, configure, isHost: true);

    private static WebApplication Build(string[] args, Action<BotRoutes>? bot, Action<WebApplicationBuilder>? configure, bool isHost)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "BotHost",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        // ASP.NET Core would write down addresses as they come, and what Webex sends a browser back with is in one.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        configure?.Invoke(builder);

        builder.ListenOn("BotHost:Listen", "http://127.0.0.1:5080");
        AdminListener.AddTo(builder);
        // What a verb has to say is its answer.
        if (isHost)
            builder.Logging.AddConsoleLog(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddHostOptions()
            .AddStorage()
            .AddInbox()
            .AddWebexClient()
            .AddIdentities()
            .AddOutbox()
            .AddJournal()
            .AddState()
            .AddSchedule()
            .AddAccess()
            .AddBot(routes =>
            {
                (bot ?? ShippedFeatures.Map)(routes);
                if (McpServices.AreEnabled(builder.Configuration))
                    PeopleRoutes.Map(routes);
            })
            .AddWebhooks()
            .AddHooks()
            .AddCatchUp()
            .AddDispatch()
            .AddAgents(builder.Configuration)
            .AddOperators()
            .AddOperatorsPage();

        var app = builder.Build();
        app.UseProxies();
        app.UseMiddleware<AdminDoor>();
        app.UseRouting();
        app.UseAgents();
        app.MapWebhooks();
        app.MapHooks();
        app.MapAgents();
        app.MapOAuth();
        app.MapHealth();
        app.MapAdmin();
        app.MapOperatorsPage();
        return app;
    }

    /// <summary>Opens the store and the doors.</summary>
    /// <exception cref="StartupException">It cannot listen where <c>BotHost:Listen</c> or <c>Admin:Listen</c> says.</exception>
    public static Task StartAsync(WebApplication app, CancellationToken cancellationToken = default) =>
        app.StartOnAsync(cancellationToken);

    /// <summary>
    /// Waits until Webex delivers to a started host: until it knows who it is, its webhooks are registered, and the rooms in which
    /// something was missed are known.
    /// </summary>
    public static async Task WhenReadyAsync(WebApplication app, CancellationToken cancellationToken = default)
    {
        await app.Services.GetRequiredService<WebhookRegistrar>().WhenRegistered.WaitAsync(cancellationToken).ConfigureAwait(false);
        await app.Services.GetRequiredService<RoomsGate>().WhenOpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the host until it is told to stop, or the operators' command that comes first in <paramref name="args"/>.</summary>
    /// <returns>0, or 1 where it could not start or be done; the reason is then on standard error.</returns>
    /// <param name="args">Settings, as <c>--BotHost:Listen=http://127.0.0.1:5080</c>, behind a verb if there is one: <c>inbox list</c>.</param>
    /// <param name="bot">What the bot can do. Null: the features it is shipped with.</param>
    /// <param name="configure">A last word on settings, and the place to register what handlers take as parameters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> RunAsync(
        string[] args, Action<BotRoutes>? bot = null, Action<WebApplicationBuilder>? configure = null, CancellationToken cancellationToken = default)
    {
        try
        {
            if (VerbLine.Is(args))
                return await RunVerbAsync(VerbLine.Read(args), bot, configure, Console.Out, Console.Error, cancellationToken).ConfigureAwait(false);
            await using var app = Build(args, bot, configure);
            await StartAsync(app, cancellationToken).ConfigureAwait(false);
            await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (StartupProblem.Explain(e) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
            return 1;
        }
    }

    internal static async Task<int> RunVerbAsync(
        VerbLine line, Action<BotRoutes>? bot, Action<WebApplicationBuilder>? configure, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        await using var app = Build([.. line.Settings], bot, configure, isHost: false);
        if (McpVerb.Is(line))
        {
            await using var input = Console.OpenStandardInput();
            await using var result = Console.OpenStandardOutput();
            return await McpVerb.RunAsync(app, input, result, errors, cancellationToken).ConfigureAwait(false);
        }

        return await Verbs.RunAsync(line, app, output, errors, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As <see cref="RunAsync"/>, for a <c>Program.cs</c> of one line.</summary>
    public static int Run(string[] args, Action<BotRoutes>? bot = null, Action<WebApplicationBuilder>? configure = null) =>
        RunAsync(args, bot, configure).GetAwaiter().GetResult();
}
