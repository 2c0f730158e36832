using System.Globalization;
using BotHost.Bot;
using BotHost.Webhooks;
using Microsoft.Extensions.Options;

namespace BotHost.Operations;

internal static class HostServices
{
    public static IServiceCollection AddHostOptions(this IServiceCollection services)
    {
        services.AddOptions<BotHostOptions>().BindConfiguration("BotHost").ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotHostOptions>, BotHostOptionsValidator>();
        services.AddOptions<LogOptions>().BindConfiguration("Log")
            .Validate(log => log.Format is "Text" or "Json", "Log:Format must be Text or Json.").ValidateOnStart();
        // Longer than a handler may take, so that what runs when the host is told to stop can finish.
        services.AddOptions<HostOptions>().Configure<IConfiguration>((host, settings) => host.ShutdownTimeout = TimeSpan.FromSeconds(5)
            + (TimeSpan.TryParse(settings["BotHost:HandlerTimeout"], CultureInfo.InvariantCulture, out var handler) ? handler : new BotHostOptions().HandlerTimeout));
        return services.AddHostedService<UnknownSettings>().AddSingleton<PublicAddress>().AddHostedService<Tidier>();
    }

    /// <summary>The bot's routes, checked when the host starts, and the webhooks that follow from them.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, Action<BotRoutes> map)
    {
        var routes = new BotRoutes();
        map(routes);
        services.AddSingleton(provider => routes.Build(provider.GetRequiredService<IServiceProviderIsService>()));
        services.AddSingleton(provider => provider.GetRequiredService<RouteTable>().Catalogue);
        services.AddSingleton(provider => new WantedWebhooks([.. Events(provider.GetRequiredService<RouteTable>())]));
        return services;
    }

    /// <summary>What is typed needs the one, what is pressed the other: a button may also stand for a command.</summary>
    private static IEnumerable<(string Resource, string Event)> Events(RouteTable table)
    {
        if (table.Routes.Any(route => route.Kind != RouteKind.Submit))
            yield return ("messages", "created");
        if (table.Routes.Count > 0)
            yield return ("attachmentActions", "created");
        foreach (var happening in table.Routes.Select(route => route.Happening).OfType<EventName>().DistinctBy(name => (name.Resource, name.Event)))
            yield return (happening.Resource, happening.Event);
    }
}
