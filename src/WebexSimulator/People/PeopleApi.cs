using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.People;

internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var world = api.ServiceProvider.GetRequiredService<World>();
        var search = new PeopleSearch(world, api.ServiceProvider.GetRequiredService<Sight>(), api.ServiceProvider.GetRequiredService<SimulatorSwitches>());
        api.Get("/people", call => call.Query("id") is { } ids ? Answers.Ok(search.ByIds(call, ids)) : Answers.List(search.Search(call)));
        api.Get("/people/me", call => Read(call, call.Caller.Id, search));
        api.Get("/people/{personId}", call => Read(call, call.Path("personId"), search));
    }

    private static IResult Read(ApiCall call, string id, PeopleSearch search)
    {
        // There is no calling here, and so no data of it; what is asked must still be a question.
        _ = call.QueryFlag("callingData");
        return Answers.Ok(search.Read(call.Caller, id));
    }

    /// <summary>The one list that says what it did not find.</summary>
    internal sealed record PeopleBody(IReadOnlyList<PersonBody> Items, IReadOnlyList<string>? NotFoundIds);
}
