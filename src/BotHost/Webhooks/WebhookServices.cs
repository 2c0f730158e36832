using Microsoft.Extensions.Options;

namespace BotHost.Webhooks;

internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("Webex").ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        return services
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<DoorCounters>()
            .AddSingleton<OwnWebhooks>()
            .AddSingleton<SwitchedOff>()
            .AddSingleton<WebhookRegistrar>()
            .AddHostedService(provider => provider.GetRequiredService<WebhookRegistrar>());
    }
}
