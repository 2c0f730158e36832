using Microsoft.Extensions.Options;

namespace BotHost.Access;

internal static class AgentServices
{
    /// <summary>Who among agents may do what.</summary>
    public static IServiceCollection AddAgentAccess(this IServiceCollection services)
    {
        services.AddOptions<AgentOptions>().BindConfiguration("Agents").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AgentOptions>, AgentOptionsValidator>();
        return services
            .AddSingleton<AgentAuthorization>()
            .AddSingleton<AgentTokens>()
            .AddSingleton<AgentDirectory>()
            .AddSingleton<AgentBudgets>()
            .AddSingleton<AgentGate>()
            .AddSingleton<AgentRefusals>()
            .AddHostedService(provider => provider.GetRequiredService<AgentRefusals>())
            .AddHostedService<AgentWatch>();
    }
}
