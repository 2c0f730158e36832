using BotHost.Access;
using BotHost.Storage;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>Serves one agent over standard input and output, with the parts of this process: for where no host runs.</summary>
internal static class StdioServer
{
    /// <summary>Runs until the input ends.</summary>
    public static async Task RunAsync(IServiceProvider services, AgentProfile agent, Stream input, Stream output, CancellationToken cancellationToken)
    {
        // A store that is shared may have a host that is out of our sight.
        services.GetRequiredService<RequestWaits>().IsAlone = !services.GetRequiredService<IStoreEngine>().IsShared;
        var options = new McpServerOptions();
        AgentServer.Configure(options, services);
        var principal = new AgentPrincipal(agent);
        options.Filters.Message.IncomingFilters.Add(next => (context, ct) =>
        {
            context.User = principal;
            return next(context, ct);
        });
        var logs = services.GetRequiredService<ILoggerFactory>();
        await using var transport = new StreamServerTransport(input, output, "BotHost", logs);
        await using var server = McpServer.Create(transport, options, logs, services);
        await server.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
