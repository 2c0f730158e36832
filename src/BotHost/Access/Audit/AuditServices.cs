using Microsoft.Extensions.Options;

namespace BotHost.Access;

internal static class AuditServices
{
    public static IServiceCollection AddAgentAudit(this IServiceCollection services)
    {
        services.AddOptions<AgentAuditOptions>().BindConfiguration("Agents").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AgentAuditOptions>, AgentAuditOptionsValidator>();
        return services
            .AddSingleton<AuditKeys>()
            .AddSingleton<AuditChain>()
            .AddSingleton<AuditOpen>()
            .AddSingleton<AgentAudit>()
            .AddSingleton<AuditRetention>()
            .AddHostedService<AuditKeeper>();
    }
}
