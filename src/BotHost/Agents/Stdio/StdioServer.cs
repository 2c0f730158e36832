using BotHost.Access;
using BotHost.Storage;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

/// <summary>Serves one agent over standard input and output, with the parts of this process: for where no host runs.</summary>
internal static class StdioServer
{
    /// <summary>Runs until the input ends.</summary>
    /// <param name="bearer">The agent's key or token. It is looked at with each message, as over HTTP: it may end or be revoked meanwhile.</param>
    public static async Task RunAsync(IServiceProvider services, string bearer, Stream input, Stream output, CancellationToken cancellationToken)
    {
        // A store that is shared may have a host that is out of our sight.
        services.GetRequiredService<RequestWaits>().IsAlone = !services.GetRequiredService<IStoreEngine>().IsShared;
        var options = new McpServerOptions();
        AgentServer.Configure(options, services);
        var agents = services.GetRequiredService<AgentDirectory>();
        options.Filters.Message.IncomingFilters.Add(next => async (context, ct) =>
        {
            context.User = await FindAsync(agents, bearer, ct).ConfigureAwait(false) is { } agent ? new AgentPrincipal(agent) : null;
            await next(context, ct).ConfigureAwait(false);
        });
        var logs = services.GetRequiredService<ILoggerFactory>();
        await using var transport = new StreamServerTransport(input, output, "BotHost", logs);
        await using var server = McpServer.Create(transport, options, logs, services);
        // Nobody else starts it here.
        var refusals = services.GetRequiredService<AgentRefusals>();
        await refusals.StartAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await server.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await refusals.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<AgentProfile?> FindAsync(AgentDirectory agents, string bearer, CancellationToken cancellationToken)
    {
        try
        {
            return await agents.AuthenticateAsync(bearer, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
