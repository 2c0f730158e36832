using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary><c>POST /access_token</c>: a code or a refresh token for an access token.</summary>
internal static class AccessTokenApi
{
    public static void MapAccessToken(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, applications, switches) = (
            services.GetRequiredService<World>(), services.GetRequiredService<ApplicationRegister>(), services.GetRequiredService<SimulatorSwitches>());
        var (codes, grants) = (services.GetRequiredService<AuthorizationCodes>(), services.GetRequiredService<GrantRegister>());
        api.OpenPost("/access_token", (http, body) =>
        {
            lock (world.Gate)
            {
                var application = ClientCredentials.Demand(http.Request, body, applications, switches);
                var pair = body.Filled("grant_type") switch
                {
                    "authorization_code" => codes.Redeem(application, body.Filled("code"), body.Filled("redirect_uri"), body.Filled("code_verifier")),
                    "refresh_token" => grants.Refresh(application, body.Filled("refresh_token") ?? ""),
                    _ => throw Refusal.BadRequest(OAuthTexts.BadGrantType),
                };
                http.Response.Headers.CacheControl = "no-store";
                return Answers.Ok(TokenAnswer.Of(pair, switches));
            }
        });
    }
}
