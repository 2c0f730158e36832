using WebexSimulator.Http;

namespace WebexSimulator.Invitees;

internal static class InviteesApi
{
    public static void MapInvitees(this IEndpointRouteBuilder api)
    {
        var invitees = api.ServiceProvider.GetRequiredService<InviteeRules>();
        api.Get("/meetingInvitees", call => Answers.List(invitees.List(call)));
        api.Post("/meetingInvitees", (call, body) => Answers.Ok(invitees.Create(call.Token, body)));
        api.Post("/meetingInvitees/bulkInsert", (call, body) => Answers.Ok(new ListBody<InviteeBody>(invitees.CreateAll(call.Token, body))));
        api.Get("/meetingInvitees/{meetingInviteeId}", call => Answers.Ok(invitees.Read(call.Token, call.Path("meetingInviteeId"), call.Query("hostEmail"))));
        api.Put("/meetingInvitees/{meetingInviteeId}", (call, body) => Answers.Ok(invitees.Update(call.Token, call.Path("meetingInviteeId"), body)));
        api.Delete("/meetingInvitees/{meetingInviteeId}", call =>
        {
            _ = call.QueryFlag("sendEmail");
            invitees.Delete(call.Token, call.Path("meetingInviteeId"), call.Query("hostEmail"));
        });
    }
}
