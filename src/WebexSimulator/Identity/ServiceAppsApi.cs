using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary><c>POST /applications/{applicationId}/token</c>, and the control with which an administrator allows a service app.</summary>
internal static class ServiceAppsApi
{
    public static void MapServiceApps(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, applications, apps) = (
            services.GetRequiredService<World>(), services.GetRequiredService<ApplicationRegister>(), services.GetRequiredService<ServiceApps>());
        var (grants, switches) = (services.GetRequiredService<GrantRegister>(), services.GetRequiredService<SimulatorSwitches>());
        api.Post("/applications/{applicationId}/token", (call, body) =>
        {
            var clientId = body.Filled("clientId") ?? throw Refusal.BadRequest(Texts.Invalid("clientId"));
            var secret = body.Filled("clientSecret") ?? throw Refusal.BadRequest(Texts.Invalid("clientSecret"));
            var organisation = body.Filled("targetOrgId") ?? throw Refusal.BadRequest(Texts.Invalid("targetOrgId"));
            lock (world.Gate)
            {
                if (applications.WithId(call.Path("applicationId")) is not { Kind: ApplicationKind.ServiceApp } application) throw Refusal.NotFound();
                ClientCredentials.Demand(application.ClientId == clientId ? application : null, secret, switches);
                return Answers.Ok(TokenAnswer.Of(grants.Grant(apps.Demand(application, organisation), application, application.Scopes), switches) with { Scope = null });
            }
        });
    }

    public static void MapServiceAppControls(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, applications, apps) = (
            services.GetRequiredService<World>(), services.GetRequiredService<ApplicationRegister>(), services.GetRequiredService<ServiceApps>());
        Map("authorize", (administrator, application) => apps.Authorize(administrator, application));
        Map("deauthorize", (administrator, application) =>
        {
            if (!apps.Deauthorize(administrator, application)) throw Refusal.NotFound(OAuthTexts.NotAuthorized);
        });

        void Map(string verb, Action<Person, Application> act) => routes.MapControl(HttpMethods.Post, $"/simulator/applications/{{clientId}}/{verb}", (http, body) =>
        {
            lock (world.Gate)
            {
                if (applications.WithClientId((string)http.Request.RouteValues["clientId"]!) is not { } application) throw Refusal.NotFound(OAuthTexts.BadClientId);
                if (application.Kind is not ApplicationKind.ServiceApp) throw Refusal.BadRequest(OAuthTexts.NoOfKind);
                var administrator = world.People.WithEmail(body.Filled("email") ?? "") ?? throw Refusal.NotFound(Texts.PersonNotFound);
                if (!administrator.IsAdministrator) throw Refusal.Forbidden(Texts.AdministratorsOnly);
                act(administrator, application);
                return Answers.NoContent();
            }
        });
    }
}
