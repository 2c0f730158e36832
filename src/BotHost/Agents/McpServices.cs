using BotHost.Dispatch;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace BotHost.Agents;

internal static class McpServices
{
    public static bool AreEnabled(IConfiguration settings) => settings.GetValue<bool>($"{AgentServerOptions.Section}:{nameof(AgentServerOptions.Enabled)}");

    public static IServiceCollection AddAgents(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<AgentServerOptions>().BindConfiguration(AgentServerOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AgentServerOptions>, AgentServerOptionsValidator>();
        services.AddOptions<PeopleOptions>().BindConfiguration(AgentServerOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PeopleOptions>, PeopleOptionsValidator>();
        // Operators see to what agents asked also where none are served any more.
        services.AddSingleton<PersonRequests>();
        // So do commands that were begun when there were agents.
        services.AddSingleton<RequestWaits>().AddSingleton<CommandDesk>().AddSingleton<ICommandWaiter>(provider => provider.GetRequiredService<CommandDesk>());
        return AreEnabled(settings) ? services.AddCalls().AddProtocol() : services;
    }

    private static IServiceCollection AddCalls(this IServiceCollection services)
    {
        foreach (var tool in ShippedTools.All)
            services.AddSingleton(tool);
        return services
            .AddSingleton<ToolRegistry>()
            .AddSingleton<FactsCache>()
            .AddSingleton<Addressing>()
            .AddSingleton<PeopleDesk>()
            .AddSingleton<PeopleQuestions>()
            .AddSingleton<Approvals>()
            .AddSingleton<AgentCalls>();
    }

    private static IServiceCollection AddProtocol(this IServiceCollection services)
    {
        services.AddSingleton<AgentToolList>().AddSingleton<AgentResources>().AddSingleton<AgentServer>().AddSingleton<ResourceMetadata>();
        // It calls every refusal an unhandled exception, and at its lowest level tells what was said. What fails of ours is logged where it fails.
        services.AddLogging(logging => logging.AddFilter("ModelContextProtocol", LogLevel.Critical));
        services.AddDistributedMemoryCache();
        // Newer clients have no sessions, and the library calls them old. Those there are still, most use them.
#pragma warning disable MCP9006
        services.AddMcpServer().WithHttpTransport().WithDistributedCacheEventStreamStore(store =>
        {
            // As long as a client that lost its connection tries to get it back. What is kept are answers of tools.
            store.EventSlidingExpiration = store.MetadataSlidingExpiration = TimeSpan.FromMinutes(5);
            store.EventAbsoluteExpiration = store.MetadataAbsoluteExpiration = TimeSpan.FromMinutes(30);
            store.StreamReaderPollingInterval = TimeSpan.FromMilliseconds(250);
        });
        services.AddSingleton<DistributedCacheEventStreamStore>().AddSingleton<ISseEventStreamStore, AnswerStore>();
        services.AddOptions<McpServerOptions>().Configure<IServiceProvider>((options, provider) => AgentServer.Configure(options, provider));
        services.AddOptions<HttpServerTransportOptions>().Configure<IOptions<AgentServerOptions>>((transport, options) =>
        {
            transport.SessionMode = options.Value.Sessions ? HttpServerSessionMode.StatefulForInitializeClients : HttpServerSessionMode.Stateless;
            transport.IdleTimeout = options.Value.SessionIdleTimeout;
        });
#pragma warning restore MCP9006
        return services;
    }
}
