using System.Net;
using BotHost.Access;
using BotHost.Agents;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

/// <summary>
/// Serves one agent over standard input and output, as programs on the same machine like it. Where a host holds the store, it is that host that
/// answers. Output is the protocol's alone; what there is to say to people goes to standard error.
/// </summary>
internal static class McpVerb
{
    /// <summary>The environment's variable that holds the agent's key: a command line can be seen by all.</summary>
    public const string Key = "BOTHOST_AGENT_KEY";

    public static bool Is(VerbLine line) => line is { Words: ["mcp"], IsHelp: false };

    /// <param name="app">A host that is built and not started.</param>
    public static async Task<int> RunAsync(WebApplication app, Stream input, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        var problem = await RunAsync(app, Environment.GetEnvironmentVariable(Key), input, output, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
            await errors.WriteLineAsync(problem).ConfigureAwait(false);
        return problem is null ? 0 : 1;
    }

    private static async Task<string?> RunAsync(WebApplication app, string? key, Stream input, Stream output, CancellationToken cancellationToken)
    {
        if (!McpServices.AreEnabled(app.Configuration))
            return "Agents:Enabled is not set, so no agent is served. Give the host's settings here too: --Agents:Enabled=true";
        if (string.IsNullOrWhiteSpace(key))
            return $"Which agent? Put its key into the environment: {Key}.";
        var shared = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageOptions.PostgreSql;
        if (shared && await IsServedAsync(app, cancellationToken).ConfigureAwait(false))
            return await HandOnAsync(app, key, input, output, cancellationToken).ConfigureAwait(false);
        try
        {
            _ = app.Services.GetRequiredService<Database>();
        }
        catch (StoreException e) when (e.IsInUse)
        {
            return await HandOnAsync(app, key, input, output, cancellationToken).ConfigureAwait(false);
        }

        // Only now: some of what is checked is in the store.
        app.Services.GetService<IStartupValidator>()?.Validate();
        if (await app.Services.GetRequiredService<AgentDirectory>().AuthenticateAsync(key, cancellationToken).ConfigureAwait(false) is null)
            return $"No agent has the key in {Key}.";
        await StdioServer.RunAsync(app.Services, key, input, output, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task<string?> HandOnAsync(WebApplication app, string key, Stream input, Stream output, CancellationToken cancellationToken)
    {
        if (!await IsServedAsync(app, cancellationToken).ConfigureAwait(false))
            return $"A host holds the store, and nobody serves agents at {Listen(app)}. Give the address it listens at (--BotHost:Listen=…), and start it with Agents:Enabled.";
        await StdioProxy.RunAsync(At(app, AgentAuthorization.Path)!, key, input, output, app.Services.GetRequiredService<ILoggerFactory>(), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task<bool> IsServedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (At(app, ResourceMetadata.Path + AgentAuthorization.Path) is not { } there)
            return false;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var response = await http.GetAsync(there, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static string Listen(WebApplication app) => app.Services.GetRequiredService<IOptions<BotHostOptions>>().Value.Listen;

    /// <summary>An address of the host on this machine; null where its settings do not say its port.</summary>
    private static Uri? At(WebApplication app, string path)
    {
        if (!Listening.IsAddress(Listen(app), out var address) || address.Port == 0)
            return null;
        var end = Listening.EndPoint(address);
        if (end.Address.Equals(IPAddress.Any) || end.Address.Equals(IPAddress.IPv6Any))
            end.Address = end.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : IPAddress.IPv6Loopback;
        return new Uri($"http://{end}{path}");
    }
}
