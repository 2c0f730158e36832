using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary><c>GET /authorize</c>: the page on which somebody allows an integration to act for him, or not.</summary>
internal static class AuthorizeApi
{
    public static void MapAuthorize(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, applications, pages) = (
            services.GetRequiredService<World>(), services.GetRequiredService<ApplicationRegister>(), services.GetRequiredService<ConsentPages>());
        var codes = services.GetRequiredService<AuthorizationCodes>();
        api.OpenGet("/authorize", http =>
        {
            try
            {
                lock (world.Gate)
                {
                    var (request, error) = AuthorizationRequest.Read(http.Request.Query, applications);
                    if (error is not null) return Results.Redirect(request.Answer(error));
                    return pages.Show(http, new(
                        request.Application, request.Scopes, request.LoginHint,
                        Accept: person => GrantedScopes.Beyond(person, request.Scopes) is { } scope
                            ? request.Answer(new OAuthError("invalid_scope", OAuthTexts.BeyondTheAccount(scope)))
                            : request.Answer(("code", codes.Issue(request, person))),
                        Decline: () => request.Answer(new OAuthError("access_denied", OAuthTexts.Declined))));
                }
            }
            // A browser is shown what is wrong; nobody is sent anywhere.
            catch (Refusal refusal) when (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            {
                return Page.Message("This cannot be authorized", refusal.Message, refusal.Status);
            }
        });
    }
}
