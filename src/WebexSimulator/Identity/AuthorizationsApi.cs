using WebexSimulator.Administration;
using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Identity;

/// <summary><c>/authorizations</c>: what people of an organisation allow applications, for its administrator to see and to end.</summary>
internal static class AuthorizationsApi
{
    public static void MapAuthorizations(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;
        var (world, office, sight) = (services.GetRequiredService<World>(), services.GetRequiredService<Office>(), services.GetRequiredService<Sight>());
        var register = new Register(services.GetRequiredService<GrantRegister>(), services.GetRequiredService<TokenRegister>(), services.GetRequiredService<ApplicationRegister>());
        var audit = services.GetRequiredService<AuditTrail>();
        api.Get("/authorizations", call =>
        {
            var (id, email) = (call.Query("personId"), call.Query("personEmail"));
            if ((id is null) == (email is null)) throw Refusal.BadRequest(Texts.NoPerson);
            lock (world.Gate)
            {
                var person = office.DemandPerson(office.Demand(call), id is not null ? sight.Person(id) : world.People.WithEmail(email!));
                return Answers.Ok(new ListBody<AuthorizationBody>([.. register.Of(person, world.Now())]));
            }
        });
        api.Delete("/authorizations", call =>
        {
            var clientId = call.Query("clientId") ?? throw Refusal.BadRequest(Texts.Required("clientId"));
            lock (world.Gate)
            {
                var administrator = office.Demand(call);
                var organisation = Office.DemandOrganisation(administrator, call.Query("orgId"));
                if (!register.EndAll(clientId, organisation)) throw Refusal.NotFound();
                audit.Add(administrator, "APPLICATIONS", "All authorizations of an application were revoked", "APPLICATION", App.Of(clientId), clientId);
            }
        });
        api.Delete("/authorizations/{authorizationId}", call =>
        {
            lock (world.Gate)
            {
                var administrator = office.Demand(call);
                if (sight.Read("AUTHORIZATION", call.Path("authorizationId")) is not { } key || !register.End(key, administrator.OrganisationKey))
                    throw Refusal.NotFound();
                audit.Add(administrator, "APPLICATIONS", "An authorization was revoked", "AUTHORIZATION", WebexId.Authorization(key), WebexId.Authorization(key));
            }
        });
    }

    /// <summary>Refresh and access tokens are both authorizations; ending the first ends what came of it.</summary>
    private sealed class Register(GrantRegister grants, TokenRegister tokens, ApplicationRegister applications)
    {
        public IEnumerable<AuthorizationBody> Of(Person person, DateTimeOffset now) => grants.All
            .Where(grant => grant.Person.Key == person.Key && grant.Expires > now)
            .Select(grant => Body(grant.Key, person, grant.ClientId, grant.Created, "refresh"))
            .Concat(tokens.Minted.Where(token => token.ClientId is not null && token.Person.Key == person.Key && token.Expires > now)
                .Select(token => Body(token.Key, person, token.ClientId!, token.Created, "access")))
            .OrderBy(authorization => authorization.Created).ThenBy(authorization => authorization.Id, StringComparer.Ordinal);

        public bool End(Guid key, string organisation)
        {
            if (grants.All.FirstOrDefault(grant => grant.Key == key && grant.Person.OrganisationKey == organisation) is { } grant)
            {
                grants.Revoke(grant);
                return true;
            }
            return tokens.RemoveWhere(token => token.Key == key && token.ClientId is not null && token.Person.OrganisationKey == organisation) > 0;
        }

        public bool EndAll(string clientId, string organisation) =>
            grants.RevokeWhere(grant => grant.ClientId == clientId && grant.Person.OrganisationKey == organisation)
            + tokens.RemoveWhere(token => token.ClientId == clientId && token.Person.OrganisationKey == organisation) > 0;

        private AuthorizationBody Body(Guid key, Person person, string clientId, DateTimeOffset created, string type) => new(
            WebexId.Authorization(key), App.Of(clientId), applications.WithClientId(clientId)?.Name ?? clientId, person.Id, clientId, created, type);
    }
}

internal sealed record AuthorizationBody(
    string Id, string ApplicationId, string ApplicationName, string PersonId, string ClientId, DateTimeOffset Created, string Type);
