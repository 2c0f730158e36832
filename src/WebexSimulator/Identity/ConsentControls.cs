using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>
/// <c>/simulator/consents</c>: what people allow applications. Consent may be given here without a browser, and taken back, as people do on
/// a page of Webex's: then neither the access tokens nor the refresh token are good for anything.
/// </summary>
internal static class ConsentControls
{
    public static void MapConsentControls(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, applications, grants) = (
            services.GetRequiredService<World>(), services.GetRequiredService<ApplicationRegister>(), services.GetRequiredService<GrantRegister>());
        var switches = services.GetRequiredService<SimulatorSwitches>();
        routes.MapGet("/simulator/consents", http => All(world, applications, grants).ExecuteAsync(http));
        routes.MapControl(HttpMethods.Post, "/simulator/consents", (_, body) =>
        {
            lock (world.Gate)
            {
                var (person, application) = PersonOf(body, world) is { } somebody && ApplicationOf(body, applications) is { } known
                    ? (somebody, known)
                    : throw Refusal.BadRequest("Say who allows which application: {\"email\":\"bob@example.com\",\"clientId\":\"C…\"}.");
                var scopes = body.Has("scopes") ? body.Texts("scopes") : application.Scopes;
                if (scopes.FirstOrDefault(scope => !application.MayAskFor(scope)) is { } wrong) throw Refusal.BadRequest(OAuthTexts.BadScope(wrong));
                return Answers.Ok(TokenAnswer.Of(grants.Grant(person, application, scopes), switches));
            }
        });
        routes.MapControl(HttpMethods.Post, "/simulator/consents/revoke", (_, body) =>
        {
            lock (world.Gate)
            {
                var (person, application) = (PersonOf(body, world), ApplicationOf(body, applications));
                var count = grants.RevokeWhere(grant =>
                    (person is null || grant.Person.Key == person.Key) && (application is null || grant.ClientId == application.ClientId));
                return Answers.Ok(new RevokedBody(count));
            }
        });
    }

    private static IResult All(World world, ApplicationRegister applications, GrantRegister grants)
    {
        lock (world.Gate)
            return Answers.Ok(new ListBody<ConsentBody>([.. grants.All.OrderBy(grant => grant.Created).Select(grant => ConsentBody.Of(grant, applications))]));
    }

    private static Person? PersonOf(Fields body, World world) =>
        body.Filled("email") is not { } email ? null : world.People.WithEmail(email) ?? throw Refusal.NotFound(Texts.PersonNotFound);

    private static Application? ApplicationOf(Fields body, ApplicationRegister applications) =>
        body.Filled("clientId") is not { } clientId ? null : applications.WithClientId(clientId) ?? throw Refusal.NotFound(OAuthTexts.BadClientId);
}

internal sealed record RevokedBody(int Revoked);

/// <summary>What somebody allows an application, for as long as it lasts.</summary>
internal sealed record ConsentBody(string Email, string PersonId, string Application, string ClientId, IReadOnlyList<string> Scopes, DateTimeOffset Created, DateTimeOffset Expires)
{
    public static ConsentBody Of(RefreshToken grant, ApplicationRegister applications) => new(
        grant.Person.Email, grant.Person.Id, applications.WithClientId(grant.ClientId)?.Name ?? grant.ClientId, grant.ClientId, grant.Scopes, grant.Created, grant.Expires);
}
