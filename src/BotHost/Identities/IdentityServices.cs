using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

internal static class IdentityServices
{
    public static IServiceCollection AddIdentities(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<IntegrationOptions>, IntegrationOptionsValidator>();
        services.AddOptions<IntegrationOptions>().BindConfiguration(IntegrationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceAppsOptions>, ServiceAppsOptionsValidator>();
        services.AddOptions<ServiceAppsOptions>().BindConfiguration(ServiceAppsOptions.Section).ValidateOnStart();
        services.AddHttpClient(TokenEndpoint.HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                WebexTransport.Configure(provider, client);
                client.MaxResponseContentBufferSize = 64 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(WebexTransport.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton<KeyRing>()
            .AddSingleton<TokenVault>()
            .AddSingleton<GrantStore>()
            .AddSingleton<TokenEndpoint>()
            .AddSingleton<TokenSources>()
            .AddSingleton<GrantRenewal>()
            .AddSingleton<Consents>()
            .AddSingleton<Logins>()
            .AddSingleton<ConsentCallback>()
            .AddSingleton<DeviceLogins>()
            .AddSingleton<OwnToken>()
            .AddHostedService<KeyCheck>()
            .AddHostedService(provider => provider.GetRequiredService<OwnToken>())
            .AddHostedService<GrantWatch>()
            .AddSingleton<IdentityHealth>()
            .AddSingleton<IdentityClients>();
    }
}
