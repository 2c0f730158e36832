using Microsoft.Extensions.Options;

namespace BotHost.Access;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        return services
            .AddAgentAudit()
            .AddSingleton<AccessRules>()
            .AddSingleton<SpaceCreators>()
            .AddSingleton<CardLedger>()
            .AddSingleton<HookLedger>()
            .AddAgentAccess();
    }
}
