using BotHost.Bot;
using BotHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebexSimulator;

namespace BotHost.Testing;

/// <summary>
/// A bot and a local Webex for one test: two real servers on free ports, joined by nothing but HTTP. People talk through the
/// local Webex as they would through the real one.
/// </summary>
/// <example><code>
/// await using var bot = await TestBot.StartAsync();
/// var replies = await bot.SayAsync("ping");   // replies[0].Text is "pong"
/// </code></example>
public sealed partial class TestBot : IAsyncDisposable
{
    private readonly DirectoryInfo _memory;
    private readonly LogCapture _log;
    private readonly List<WebApplication> _others = [], _beside = [];
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<BotRoutes>? _bot;
    private readonly Action<WebApplicationBuilder>? _configure;

    private TestBot(
        WebApplication webex, DirectoryInfo memory, LogCapture log, WebexAccounts accounts, Dictionary<string, string?> settings,
        Action<BotRoutes>? bot, Action<WebApplicationBuilder>? configure)
    {
        (Webex, _memory, _log, Accounts, _settings, _bot, _configure) = (webex, memory, log, accounts, settings, bot, configure);
        Clock = new TestClock(this);
        Http = new HttpClient { BaseAddress = new Uri(webex.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>The secret the local Webex signs with.</summary>
    public const string WebhookSecret = "test-secret-0123456789abcdef";

    /// <summary>The bot's address in Webex.</summary>
    public const string BotEmail = "bothost@webex.bot";

    /// <summary>The bot's server.</summary>
    public WebApplication Host { get; private set; } = null!;

    /// <summary>The local Webex's server.</summary>
    public WebApplication Webex { get; }

    /// <summary>Where the bot listens.</summary>
    public Uri Address => new(Host.Urls.First());

    /// <summary>The time of this test, which it can send ahead.</summary>
    public TestClock Clock { get; }

    /// <summary>What the bot logged.</summary>
    public IReadOnlyCollection<LoggedLine> Log => _log.Lines;

    /// <summary>A word on every local Webex before it is built, for a whole run of tests: set before the first.</summary>
    internal static Action<WebApplicationBuilder>? EveryWebex { get; set; }

    internal HttpClient Http { get; }

    private TestFlow Flow { get; init; } = null!;

    internal WebexAccounts Accounts { get; }

    /// <summary>Starts both, and waits until the local Webex delivers to the bot.</summary>
    /// <param name="bot">What the bot can do. Null: what it is shipped with.</param>
    /// <param name="settings">Settings beside those that join the two, or over them. Default access: the people at example.com.</param>
    /// <param name="configure">A last word on the bot's services.</param>
    /// <param name="simulator">Settings of the local Webex, as <c>--Simulator:Switches:BotsHearThemselves=false</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<TestBot> StartAsync(
        Action<BotRoutes>? bot = null, IEnumerable<(string Key, string? Value)>? settings = null, Action<WebApplicationBuilder>? configure = null,
        IEnumerable<string>? simulator = null, CancellationToken cancellationToken = default)
    {
        // Not asynchronous: what it notes of its caller would be gone with it.
        var flow = new TestFlow();
        flow.Enter();
        return StartAsync(flow, bot, settings, configure, simulator, cancellationToken);
    }

    private static async Task<TestBot> StartAsync(
        TestFlow flow, Action<BotRoutes>? bot, IEnumerable<(string Key, string? Value)>? settings, Action<WebApplicationBuilder>? configure,
        IEnumerable<string>? simulator, CancellationToken cancellationToken)
    {
        TestFlow.Leave();
        var memory = Directory.CreateTempSubdirectory("bothost-test-");
        var log = new LogCapture();
        var webex = SimulatorApp.Build(["--Simulator:Listen=http://127.0.0.1:0", .. simulator ?? []], b =>
        {
            b.Logging.SetMinimumLevel(LogLevel.Error);
            EveryWebex?.Invoke(b);
        });
        await webex.StartAsync(cancellationToken);
        var accounts = await WebexAccounts.ReadAsync(webex.Urls.First(), cancellationToken);
        var all = new Dictionary<string, string?>
        {
            ["BotHost:Listen"] = "http://127.0.0.1:0",
            ["BotHost:PublicUrl"] = "http://127.0.0.1:0",
            ["Webex:BaseUrl"] = webex.Urls.First() + "/v1/",
            ["Webex:AccessToken"] = accounts.Of(BotEmail).Token,
            ["Webex:WebhookSecrets"] = WebhookSecret,
            ["Access:Organisations"] = accounts.Of("alice@example.com").OrgId,
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(memory.FullName, "bothost.db")};Pooling=False",
            // A test that waits for second tries need not wait as long as a person would.
            ["BotHost:RetryDelay"] = "00:00:00.001",
            ["BotHost:TurnsPerMinute"] = "0",
            ["Serilog:MinimumLevel:Default"] = "Fatal",
        };
        foreach (var (key, value) in settings ?? [])
            all[key] = value;

        var test = new TestBot(webex, memory, log, accounts, all, bot, configure) { Flow = flow };
        try
        {
            test.Host = await test.StartHostAsync(all, bot, configure, cancellationToken);
            return test;
        }
        catch
        {
            await webex.DisposeAsync();
            memory.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Somebody with an account at the local Webex: <c>alice@example.com</c>, <c>bob@…</c>, <c>carol@…</c>, <c>dave@elsewhere.example</c>.</summary>
    public TestPerson Person(string email)
    {
        Flow.Enter();
        return new TestPerson(this, Accounts.Of(email));
    }

    /// <summary>Waits until every webhook so far is delivered; what they are about may still be under way.</summary>
    public async Task DeliveredAsync(CancellationToken cancellationToken = default) =>
        (await Http.GetAsync("/simulator/quiet?timeout=30", cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Waits until nothing is on its way: no webhook, no running handler, no reply.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken = default)
    {
        // The replies after what they answer: a turn that ends puts its replies out before its room is quiet.
        ILanes[] all =
        [
            .. from set in new[] { LaneSet.Inbox, LaneSet.Outbox }
               from host in _beside.Prepend(Host)
               select host.Services.GetRequiredKeyedService<ILanes>(set),
        ];
        do
        {
            await DeliveredAsync(cancellationToken);
            foreach (var lanes in all)
                await lanes.WhenQuietAsync(cancellationToken);
        }
        while (!(await Http.GetAsync("/simulator/quiet?timeout=0", cancellationToken)).IsSuccessStatusCode || !all.All(lanes => lanes.IsQuiet));
    }

    /// <summary>Says that the warnings logged so far were meant to happen.</summary>
    public void ExpectWarnings() => _log.ForgetWarnings();

    /// <summary>Stops both. A warning or error that was logged and not expected fails the test.</summary>
    /// <exception cref="InvalidOperationException">There was one. Where the test had failed before, it says so first.</exception>
    public async ValueTask DisposeAsync()
    {
        var failed = Flow.Thrown;
        Flow.Dispose();
        TestFlow.Leave();
        foreach (var host in _others.Concat(_beside).Append(Host))
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        await Webex.StopAsync();
        await Webex.DisposeAsync();
        Http.Dispose();
        _memory.Delete(recursive: true);
        _log.ThrowIfWarned(failed);
    }
}
