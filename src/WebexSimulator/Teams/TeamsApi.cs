using WebexSimulator.Http;

namespace WebexSimulator.Teams;

internal static class TeamsApi
{
    public static void MapTeams(this IEndpointRouteBuilder api)
    {
        var teams = api.ServiceProvider.GetRequiredService<TeamRules>();
        api.Get("/teams", call => Answers.List(teams.List(call.Caller, call.Page(standard: 100, ceiling: 1000))));
        api.Post("/teams", (call, body) => Answers.Ok(teams.Create(call.Caller, body)));
        api.Get("/teams/{teamId}", call => Answers.Ok(teams.Read(call.Caller, call.Path("teamId"))));
        api.Put("/teams/{teamId}", (call, body) => Answers.Ok(teams.Update(call.Caller, call.Path("teamId"), body)));
        api.Delete("/teams/{teamId}", call => teams.Delete(call.Caller, call.Path("teamId")));
    }

    public static void MapTeamMemberships(this IEndpointRouteBuilder api)
    {
        var memberships = api.ServiceProvider.GetRequiredService<TeamMembershipRules>();
        api.Get("/team/memberships", call => Answers.List(memberships.List(
            call.Caller, call.Query("teamId") ?? throw Refusal.BadRequest(Texts.Required("teamId")), call.Page(standard: 100, ceiling: 1000))));
        api.Post("/team/memberships", (call, body) => Answers.Ok(memberships.Create(call.Caller, body)));
        api.Get("/team/memberships/{membershipId}", call => Answers.Ok(memberships.Read(call.Caller, call.Path("membershipId"))));
        api.Put("/team/memberships/{membershipId}", (call, body) => Answers.Ok(memberships.Update(call.Caller, call.Path("membershipId"), body)));
        api.Delete("/team/memberships/{membershipId}", call => memberships.Delete(call.Caller, call.Path("membershipId")));
    }
}
