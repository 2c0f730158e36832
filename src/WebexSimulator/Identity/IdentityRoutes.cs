using WebexSimulator.Http;

namespace WebexSimulator.Identity;

/// <summary>How people, applications and guests come by tokens.</summary>
internal static class IdentityRoutes
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<ApplicationRegister>();
        services.AddSingleton<GrantRegister>();
        services.AddSingleton<AuthorizationCodes>();
        services.AddSingleton<ConsentRequests>();
        services.AddSingleton<ConsentPages>();
        services.AddSingleton<DeviceGrants>();
        services.AddSingleton<ServiceApps>();
        services.AddSingleton<Guests>();
        services.AddSingleton<IdentityState>();
    }

    /// <summary>Nothing is allowed any more, and only the applications of the settings are there. Inside the world's lock.</summary>
    public static void ResetIdentity(this IServiceProvider services)
    {
        services.GetRequiredService<ApplicationRegister>().Clear();
        services.GetRequiredService<GrantRegister>().Clear();
        services.GetRequiredService<AuthorizationCodes>().Clear();
        services.GetRequiredService<ConsentRequests>().Clear();
        services.GetRequiredService<DeviceGrants>().Clear();
    }

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        api.MapAuthorize();
        api.MapAccessToken();
        api.MapDevices();
        api.MapAuthorizations();
        api.MapServiceApps();
        api.MapGuests();
    }

    /// <summary>What is not of the API: pages, and controls.</summary>
    public static void MapIdentityPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.ServiceProvider.GetRequiredService<ConsentPages>();
        routes.MapControl(HttpMethods.Post, "/consent", pages.Answer);
        routes.MapApplicationControls();
        routes.MapConsentControls();
        routes.MapServiceAppControls();
        routes.MapDevicePage();
    }
}
