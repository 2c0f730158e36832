using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var world = api.ServiceProvider.GetRequiredService<World>();
        var search = new PeopleSearch(world, api.ServiceProvider.GetRequiredService<Sight>(), api.ServiceProvider.GetRequiredService<SimulatorSwitches>());
        var (rules, switches) = (api.ServiceProvider.GetRequiredService<PeopleRules>(), api.ServiceProvider.GetRequiredService<SimulatorSwitches>());
        api.Get("/people", call => call.Query("id") is { } ids ? Answers.Ok(search.ByIds(call, ids)) : Answers.List(search.Search(call)));
        api.Get("/people/me", call => Read(call, call.Caller.Id, search));
        api.Get("/people/{personId}", call => Read(call, call.Path("personId"), search));
        api.Post("/people", (call, body) => Answer(call, minimal => Cut(rules.Create(call, body), minimal)));
        api.Put("/people/{personId}", (call, body) => Answer(call, minimal =>
        {
            var person = rules.Update(call, call.Path("personId"), body);
            return switches.PeopleUpdateAnswers204 ? Answers.NoContent() : Cut(person, minimal);
        }));
        api.Delete("/people/{personId}", call => rules.Delete(call, call.Path("personId")));
    }

    // What is asked in the query is checked before anything is written.
    private static IResult Answer(ApiCall call, Func<bool, IResult> write)
    {
        _ = call.QueryFlag("callingData") | call.QueryFlag("showAllTypes");
        return write(call.QueryFlag("minResponse"));
    }

    private static IResult Cut(PersonBody person, bool minimal) => minimal ? Answers.Ok(new PersonIdBody(person.Id)) : Answers.Ok(person);

    private static IResult Read(ApiCall call, string id, PeopleSearch search)
    {
        // There is no calling here, and so no data of it; what is asked must still be a question.
        _ = call.QueryFlag("callingData");
        return Answers.Ok(search.Read(call.Caller, id));
    }

    /// <summary>Where no more was asked for.</summary>
    internal sealed record PersonIdBody(string Id);

    /// <summary>The one list that says what it did not find.</summary>
    internal sealed record PeopleBody(IReadOnlyList<PersonBody> Items, IReadOnlyList<string> NotFoundIds);
}
