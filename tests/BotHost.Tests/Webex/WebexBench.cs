using BotHost.Tests.Simulator;
using BotHost.Webex;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Webex;

/// <summary>The client as the host builds it, a clock that stands still, and a server that plays Webex.</summary>
internal sealed class WebexBench : IAsyncDisposable
{
    public const string Token = "canary-token-5f1d";

    private readonly ServiceProvider services;

    private WebexBench(ScriptedServer server, Dictionary<string, string?> settings, TimeProvider? time = null)
    {
        Server = server;
        services = Build(settings, time ?? Clock, Log);
    }

    public ScriptedServer Server { get; }

    public FakeClock Clock { get; } = new();

    public LogLines Log { get; } = new();

    public WebexClient Webex => services.GetRequiredService<WebexClient>();

    public BotCaller Bot => services.GetRequiredService<BotCaller>();

    /// <summary>The one request that was made.</summary>
    public Recorded Only => Server.Requests.ShouldHaveSingleItem();

    /// <summary>
    /// Completes when so many calls wait at a gate. They are told by how long they would wait: more than 30 s, while the gate's own timer
    /// must be due before that, so answer with a shorter Retry-After.
    /// </summary>
    public Task UntilKeptBackAsync(int count) => Clock.UntilPendingAsync(count, within: TimeSpan.FromMinutes(2), beyond: TimeSpan.FromSeconds(30));

    /// <summary>With the system's clock instead of the one that stands still.</summary>
    public static async Task<WebexBench> StartInRealTimeAsync(params Answer[] answers)
    {
        var server = await ScriptedServer.StartAsync(answers);
        return new WebexBench(server, new() { ["Webex:BaseUrl"] = server.Address + "/v1", ["Webex:AccessToken"] = Token }, TimeProvider.System);
    }

    /// <summary>The client alone, with an account's token at a local Webex.</summary>
    public static ServiceProvider At(LocalWebex webex, Account account, TimeProvider time) =>
        Build(new() { ["Webex:BaseUrl"] = $"{webex.Http.BaseAddress}v1/", ["Webex:AccessToken"] = account.Token }, time, new LogLines());

    public static Task<WebexBench> StartAsync(params Answer[] answers) => StartAsync([], answers);

    public static async Task<WebexBench> StartAsync(Dictionary<string, string?> settings, params Answer[] answers)
    {
        var server = await ScriptedServer.StartAsync(answers);
        settings.TryAdd("Webex:BaseUrl", $"{server.Address}/v1");
        if (!settings.ContainsKey("Webex:AccessTokenFile"))
            settings.TryAdd("Webex:AccessToken", Token);
        return new WebexBench(server, settings);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
        Server.Deviations.ShouldBeEmpty();
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings, TimeProvider time, LogLines log) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddSingleton(time)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        .AddWebexClient()
        .BuildServiceProvider(validateScopes: true);
}
