using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

/// <summary>Finds people: by id everybody finds everybody; by address and name one's own organisation is searched.</summary>
internal sealed class PeopleSearch(World world, Sight sight, SimulatorSwitches switches)
{
    private const int MaxIds = 85;

    public PersonBody Read(Person caller, string id)
    {
        lock (world.Gate)
            return PersonBody.Of(sight.Person(id) ?? throw Refusal.NotFound(Texts.PersonNotFound), caller, switches);
    }

    /// <summary>A list by ids has neither presence nor what is for administrators.</summary>
    public PeopleApi.PeopleBody ByIds(ApiCall call, string list)
    {
        var ids = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length > MaxIds) throw Refusal.BadRequest(Texts.TooManyIds);
        // Checked although nothing is left to be cut off.
        _ = PageOf(call);
        lock (world.Gate)
        {
            var found = ids.Select(id => (id, person: world.People.WithId(id))).ToLookup(entry => entry.person is not null);
            return new(
                // The id a client asked with is the id it gets, be it a bare UUID.
                [.. found[true].Select(entry => PersonBody.Of(entry.person!) with { Id = entry.id })],
                [.. found[false].Select(entry => entry.id)]);
        }
    }

    public Page<PersonBody> Search(ApiCall call)
    {
        var (caller, email, name) = (call.Caller, call.Query("email"), call.Query("displayName"));
        var roles = call.Query("roles")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (page, withPresence) = (PageOf(call), !call.QueryFlag("excludeStatus"));
        if (email is null && name is null && !caller.IsAdministrator) throw Refusal.BadRequest(Texts.PeopleFilter);
        if (call.Query("orgId") is { } organisation && organisation != caller.OrganisationId) throw Refusal.Forbidden(Texts.OwnOrganisationOnly);
        var isOfLocation = call.Query("locationId") is not null;
        if ((roles is not null || isOfLocation) && !caller.IsAdministrator) throw Refusal.Forbidden(Texts.AdministratorsOnly);
        lock (world.Gate)
        {
            var found = world.People.All.Index().Where(entry =>
                // Nobody looks for the accounts of service apps.
                !entry.Item.IsMachine
                && (entry.Item.OrganisationKey == caller.OrganisationKey || (email is not null && switches.EmailsAreFoundEverywhere))
                && (email is null || entry.Item.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
                && (name is null || entry.Item.DisplayName.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                && (roles is null || PersonRoles.Of(entry.Item).Intersect(roles).Any())
                // Locations belong to calling, so nobody is at one.
                && !isOfLocation);
            return page.Sorted(found, entry => new Cursor(entry.Index, default)).Select(entry => PersonBody.Of(entry.Item, caller, switches, withPresence));
        }
    }

    private static PageRequest PageOf(ApiCall call) =>
        call.Page(standard: 100, ceiling: call.Query("locationId") is not null ? 50 : call.QueryFlag("callingData") ? 100 : 1000);
}
