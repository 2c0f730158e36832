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
            hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers), MeetingQuery.Read(call), MeetingCall.Reader(call), call.Page(standard: 10, ceiling: 100))));
        api.Post("/meetings", (call, body) => Answers.Ok(meetings.Create(call.Token, body, MeetingCall.Reader(call))));
        api.Get("/meetings/{meetingId}", call => Answers.Ok(meetings.Read(
            call.Token, call.Path("meetingId"), call.QueryFlag("current"), call.Query("hostEmail"), call.Header("password"), MeetingCall.Reader(call))));
        api.Put("/meetings/{meetingId}", (call, body) => Answers.Ok(meetings.Update(call.Token, call.Path("meetingId"), body, MeetingCall.Reader(call), isPut: true)));
        api.Patch("/meetings/{meetingId}", (call, body) => Answers.Ok(meetings.Update(call.Token, call.Path("meetingId"), body, MeetingCall.Reader(call), isPut: false)));
        api.Delete("/meetings/{meetingId}", call =>
        {
            _ = MeetingCall.Flag(call, "sendEmail");
            meetings.Delete(call.Token, call.Path("meetingId"), call.Query("hostEmail"));
        });
    }
}
