using WebexSimulator.Http;

namespace WebexSimulator.Meetings;

internal static class MeetingsApi
{
    private const string ReadOfOthers = "meeting:admin_schedule_read";

    public static void MapMeetings(this IEndpointRouteBuilder api)
    {
        var (meetings, listing) = (api.ServiceProvider.GetRequiredService<MeetingRules>(), api.ServiceProvider.GetRequiredService<MeetingListing>());
        var hosts = api.ServiceProvider.GetRequiredService<OnBehalf>();
        api.Get("/meetings", call => Answers.List(listing.List(
            hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers), MeetingQuery.Read(call), MeetingCall.Reader(call), call.Page(standard: 10, ceiling: 100),
            state => call.Query("hostEmail") is null && hosts.LooksAfter(call.Token, ReadOfOthers, state))));
        api.Post("/meetings", (call, body) => Answers.Ok(meetings.Create(call.Token, body, MeetingCall.Reader(call))));
        api.Get("/meetings/{meetingId}", call => Answers.Ok(meetings.Read(
            call.Token, call.Path("meetingId"), call.QueryFlag("current"), call.Query("hostEmail"), call.Header("password"), MeetingCall.Reader(call))));
        api.Put("/meetings/{meetingId}", (call, body) => Answers.Ok(meetings.Update(call.Token, call.Path("meetingId"), body, MeetingCall.Reader(call), isPut: true)));
        api.Patch("/meetings/{meetingId}", (call, body) => Answers.Ok(meetings.Update(call.Token, call.Path("meetingId"), body, MeetingCall.Reader(call), isPut: false)));
        var (joining, ending, reassigning) = (
            api.ServiceProvider.GetRequiredService<MeetingJoining>(), api.ServiceProvider.GetRequiredService<MeetingEnding>(), api.ServiceProvider.GetRequiredService<HostReassigning>());
        api.Post("/meetings/join", (call, body) =>
        {
            var links = joining.Links(call.Token, body, MeetingCall.Reader(call));
            return body.Flag("joinDirectly") ?? true ? Results.Redirect(links.JoinLink) : Answers.Ok(links);
        });
        api.Post("/meetings/reassignHost", (call, body) => reassigning.Reassign(call.Token, body) is { } failed
            ? Answers.Ok(failed, StatusCodes.Status207MultiStatus)
            : Answers.NoContent());
        api.PostOrNothing("/meetings/{meetingId}/end", (call, body) =>
        {
            ending.End(call.Caller, call.Path("meetingId"), body);
            return Answers.NoContent();
        });
        var admin = api.ServiceProvider.GetRequiredService<AdminMeetings>();
        api.Get("/admin/meetings", call => Answers.Ok(new ListBody<MeetingBody>(admin.List(call))));
        api.Get("/admin/meetings/{meetingId}", call => Answers.Ok(admin.Read(call)));
        api.Delete("/meetings/{meetingId}", call =>
        {
            _ = MeetingCall.Flag(call, "sendEmail");
            meetings.Delete(call.Token, call.Path("meetingId"), call.Query("hostEmail"));
        });
    }
}
