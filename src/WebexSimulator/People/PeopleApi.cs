using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

internal static class PeopleApi
{
    private const int MaxIds = 85;

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var world = api.ServiceProvider.GetRequiredService<World>();
        var switches = api.ServiceProvider.GetRequiredService<SimulatorSwitches>();
        api.Get("/people", call => List(call, world, switches));
        api.Get("/people/me", call => Answers.Ok(PersonBody.Of(call.Caller, call.Caller)));
        api.Get("/people/{personId}", call => Read(call, world));
    }

    private static IResult Read(ApiCall call, World world)
    {
        lock (world.Gate)
        {
            var person = world.People.WithId(call.Path("personId")) ?? throw Refusal.NotFound(Texts.PersonNotFound);
            return Answers.Ok(PersonBody.Of(person, call.Caller));
        }
    }

    // By id everybody is found; by address and name only the caller's own organisation is searched.
    private static IResult List(ApiCall call, World world, SimulatorSwitches switches)
    {
        var page = call.Page(standard: 100, ceiling: 1000);
        lock (world.Gate)
        {
            if (call.Query("id") is { } ids) return ByIds(call, world, ids.Split(',', StringSplitOptions.TrimEntries));
            var (email, name) = (call.Query("email"), call.Query("displayName"));
            if (email is null && name is null && !call.Caller.IsAdministrator) throw Refusal.BadRequest(Texts.PeopleFilter);

            var found = world.People.All.Index().Where(entry =>
                (entry.Item.OrganisationKey == call.Caller.OrganisationKey || (email is not null && switches.EmailsAreFoundEverywhere))
                && (email is null || entry.Item.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
                && (name is null || entry.Item.DisplayName.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
            return Answers.List(page.Sorted(found, entry => new Cursor(entry.Index, default))
                .Select(entry => PersonBody.Of(entry.Item, call.Caller, withPresence: !call.QueryFlag("excludeStatus"))));
        }
    }

    private static IResult ByIds(ApiCall call, World world, IReadOnlyList<string> ids)
    {
        if (ids.Count > MaxIds) throw Refusal.BadRequest(Texts.Invalid("id"));
        var found = ids.Select(id => (id, person: world.People.WithId(id))).ToLookup(entry => entry.person is not null);
        return Answers.Ok(new PeopleBody(
            // The id a client asked with is the id it gets, be it a bare UUID.
            [.. found[true].Select(entry => PersonBody.Of(entry.person!, call.Caller, withPresence: false) with { Id = entry.id })],
            found[false].Any() ? [.. found[false].Select(entry => entry.id)] : null));
    }

    /// <summary>The one list that says what it did not find.</summary>
    internal sealed record PeopleBody(IReadOnlyList<PersonBody> Items, IReadOnlyList<string>? NotFoundIds);
}
