using WebexSimulator.Http;

namespace WebexSimulator.Memberships;

internal static class MembershipsApi
{
    public static void MapMemberships(this IEndpointRouteBuilder api)
    {
        var memberships = api.ServiceProvider.GetRequiredService<MembershipRules>();
        api.Get("/memberships", call => Answers.List(memberships.List(
            call.Caller, call.Query("roomId"), call.Query("personId"), call.Query("personEmail"), call.Page(standard: 100, ceiling: 1000))));
        api.Post("/memberships", (call, body) => Answers.Ok(memberships.Create(call.Caller, body)));
        api.Get("/memberships/{membershipId}", call => Answers.Ok(memberships.Read(call.Caller, call.Path("membershipId"))));
        api.PutOrPatch("/memberships/{membershipId}", (call, body) => Answers.Ok(memberships.Update(call.Caller, call.Path("membershipId"), body)));
        api.Delete("/memberships/{membershipId}", call => memberships.Delete(call.Caller, call.Path("membershipId")));
    }
}
