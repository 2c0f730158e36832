using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotHost.Webex;

internal static class WebexServices
{
    /// <summary>Adds <see cref="WebexClient"/>, configured by the section <c>Webex</c>.</summary>
    public static IServiceCollection AddWebexClient(this IServiceCollection services)
    {
        services.AddWebexOptions();
        services.AddWhatCallsShare();
        services.AddWebexHttpClient();
        return services.AddSingleton<WebexClient>().AddSingleton<BotIdentity>().AddSingleton<IdentityGuard>();
    }

    private static void AddWebexOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<WebexOptions>, WebexOptionsValidator>();
        services.AddOptions<WebexOptions>().BindConfiguration(WebexOptions.Section).ValidateOnStart();
    }

    private static void AddWhatCallsShare(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Jitter(new Random()));
        services.AddSingleton<ApiRoot>();
        services.AddSingleton<AccessTokenSource>();
        services.AddSingleton<BotCaller>();
        services.AddSingleton<RateGates>();
        services.AddSingleton<WebexTime>();
    }

    private static void AddWebexHttpClient(this IServiceCollection services) => services
        .AddHttpClient(WebexClient.HttpClientName)
        .ConfigureHttpClient(WebexTransport.Configure)
        .ConfigurePrimaryHttpMessageHandler(WebexTransport.CreateHandler)
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // The transport renews its connections itself.
        .RemoveAllLoggers() // They would write addresses with their queries.
        .AddCallHandler<TrackingHandler>()
        .AddCallHandler<ErrorHandler>()
        .AddCallHandler<RetryHandler>()
        .AddCallHandler<RateGateHandler>()
        .AddCallHandler<AuthorizationHandler>()
        .AddCallHandler<AttemptHandler>();

    private static IHttpClientBuilder AddCallHandler<T>(this IHttpClientBuilder client) where T : DelegatingHandler
    {
        client.Services.AddTransient<T>();
        return client.AddHttpMessageHandler<T>();
    }
}
