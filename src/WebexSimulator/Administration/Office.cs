using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Administration;

/// <summary>Who may administer, and what. Used inside the world's lock.</summary>
internal sealed class Office(World world)
{
    /// <summary>An administrator of his own organisation, whichever of an administrator's scopes his token carries.</summary>
    public Person Demand(ApiCall call) =>
        world.People.WithKey(call.Caller.Key) is { IsAdministrator: true } administrator ? administrator : throw Refusal.Forbidden(Texts.AdministratorsOnly);

    /// <summary>The organisation that is meant: his own, which is also the only one he may mean.</summary>
    public static string DemandOrganisation(Person administrator, string? id) =>
        id is null || id == administrator.OrganisationId ? administrator.OrganisationKey : throw Refusal.Forbidden(Texts.OwnOrganisationOnly);

    /// <summary>Somebody the administrator is responsible for.</summary>
    public Person DemandPerson(Person administrator, Person? person) =>
        person is null ? throw Refusal.NotFound(Texts.PersonNotFound)
        : person.OrganisationKey == administrator.OrganisationKey ? person
        : throw Refusal.Forbidden(Texts.OwnOrganisationOnly);

    /// <summary>Named after the domain of whoever came first; he may be gone by now.</summary>
    public Organisation Organisation(string key)
    {
        var first = world.People.All.Concat(world.People.Gone).Where(person => person.OrganisationKey == key && !person.IsMachine).MinBy(person => person.Created)!;
        return new(WebexId.Organisation(key), first.Email.Split('@')[1], first.Created);
    }

    public IEnumerable<Person> People(string organisation) =>
        world.People.All.Where(person => person.OrganisationKey == organisation && person is { IsPending: false, IsMachine: false });
}

internal sealed record Organisation(string Id, string DisplayName, DateTimeOffset Created);
