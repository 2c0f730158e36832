using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.People;

namespace WebexSimulator.Administration;

/// <summary>What an administrator reads of his organisation: itself, its licences, and the roles it can give.</summary>
internal static class OrganisationsApi
{
    public static void MapOrganisations(this IEndpointRouteBuilder api)
    {
        var office = api.ServiceProvider.GetRequiredService<Office>();
        var world = api.ServiceProvider.GetRequiredService<World>();
        api.Get("/organizations", Within(call => new ListBody<Organisation>([office.Organisation(office.Demand(call).OrganisationKey)])));
        api.Get("/organizations/{orgId}", Within(call => office.Demand(call) is var administrator && call.Path("orgId") == administrator.OrganisationId
            ? office.Organisation(administrator.OrganisationKey)
            : throw Refusal.NotFound()));
        api.Get("/licenses", Within(call => new ListBody<LicenceBody>([.. LicencesOf(call, call.Query("orgId"))])));
        api.Get("/licenses/{licenseId}", Within(call => LicencesOf(call, null).FirstOrDefault(licence => licence.Id == call.Path("licenseId")) ?? throw Refusal.NotFound()));
        api.Get("/roles", Within(call => new ListBody<RoleBody>([.. RolesFor(call)])));
        api.Get("/roles/{roleId}", Within(call => RolesFor(call).FirstOrDefault(role => role.Id == call.Path("roleId")) ?? throw Refusal.NotFound()));

        Func<ApiCall, IResult> Within<T>(Func<ApiCall, T> answer) => call =>
        {
            lock (world.Gate) return Answers.Ok(answer(call));
        };

        IEnumerable<LicenceBody> LicencesOf(ApiCall call, string? orgId)
        {
            var organisation = Office.DemandOrganisation(office.Demand(call), orgId);
            var used = office.People(organisation).SelectMany(Licences.KeysOf).CountBy(key => key).ToDictionary();
            return Licences.All.Select(licence =>
                new LicenceBody(WebexId.Licence(organisation, licence.Key), licence.Name, Licences.Units, used.GetValueOrDefault(licence.Key), used.GetValueOrDefault(licence.Key), 0));
        }

        IEnumerable<RoleBody> RolesFor(ApiCall call)
        {
            office.Demand(call);
            return PersonRoles.All.Select(role => new RoleBody(WebexId.Role(role.Key), role.Name));
        }
    }
}

internal sealed record LicenceBody(string Id, string Name, int TotalUnits, int ConsumedUnits, int ConsumedByUsers, int ConsumedByWorkspaces);

internal sealed record RoleBody(string Id, string Name);
