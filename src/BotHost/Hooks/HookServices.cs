using Microsoft.Extensions.Options;

namespace BotHost.Hooks;

internal static class HookServices
{
    public static IServiceCollection AddHooks(this IServiceCollection services)
    {
        services.AddOptions<HookOptions>().BindConfiguration("Hooks").ValidateOnStart();
        services.AddSingleton<IValidateOptions<HookOptions>, HookOptionsValidator>();
        return services
            .AddSingleton<HookRates>()
            .AddSingleton<HookCounters>();
    }
}
