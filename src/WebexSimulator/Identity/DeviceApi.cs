using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary><c>/device</c>: the grant for devices, and at <c>/verify</c> the page where somebody types in their code.</summary>
internal static class DeviceApi
{
    private const string PagePath = "/verify";

    public static void MapDevices(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, devices, applications) = (
            services.GetRequiredService<World>(), services.GetRequiredService<DeviceGrants>(), services.GetRequiredService<ApplicationRegister>());
        var switches = services.GetRequiredService<SimulatorSwitches>();
        api.OpenPost("/device/authorize", (http, body) =>
        {
            lock (world.Gate)
            {
                var application = applications.WithClientId(body.Filled("client_id")) is { Kind: ApplicationKind.Integration } known
                    ? known
                    : throw new Refusal(switches.InvalidClientStatus, OAuthTexts.BadClientId);
                var scopes = GrantedScopes.Read(body.Filled("scope"));
                // Logging in is not for devices.
                if (scopes is [] || scopes.Any(scope => !application.MayAskFor(scope) || scope is "openid" or "email" or "profile"))
                    throw Refusal.BadRequest(OAuthTexts.BadScope(string.Join(' ', scopes)));
                return Answers.Ok(devices.Begin(application, scopes, $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{http.Request.PathBase.ToUriComponent()}{PagePath}"));
            }
        });
        api.OpenPost("/device/token", (http, body) =>
        {
            lock (world.Gate)
            {
                var application = ClientCredentials.Demand(http.Request, body, applications, switches);
                if (body.Filled("grant_type") is not "urn:ietf:params:oauth:grant-type:device_code") throw Refusal.BadRequest(OAuthTexts.BadGrantType);
                return Answers.Ok(TokenAnswer.Of(devices.Redeem(application, body.Filled("device_code")), switches));
            }
        });
    }

    public static void MapDevicePage(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, devices, pages) = (services.GetRequiredService<World>(), services.GetRequiredService<DeviceGrants>(), services.GetRequiredService<ConsentPages>());
        routes.MapGet(PagePath, http =>
        {
            IResult page;
            lock (world.Gate)
            {
                page = http.Request.Query["user_code"] is not [{ Length: > 0 } code] ? Ask(null)
                    : devices.ConsentFor(code.Trim()) is { } consent ? pages.Show(http, consent)
                    : Ask(OAuthTexts.BadUserCode);
            }
            return page.ExecuteAsync(http);
        });
    }

    private static Page Ask(string? error) => new(
        "Connect a device",
        $"""
        <form id="verify" method="get" action="{PagePath}">
        <label for="user_code">The code your device shows</label>
        <input id="user_code" name="user_code" inputmode="numeric" autocomplete="off" required>
        {(error is null ? "" : $"""<p id="message" role="alert">{Page.Text(error)}</p>""")}
        <button id="continue" class="first">Continue</button>
        </form>
        """,
        error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
