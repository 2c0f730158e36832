using WebexSimulator.Http;
using WebexSimulator.Meetings;

namespace WebexSimulator.Recordings;

internal static class RecordingsApi
{
    public static void MapRecordings(this IEndpointRouteBuilder api)
    {
        var recordings = api.ServiceProvider.GetRequiredService<RecordingRules>();
        api.Get("/recordings", call => Answers.List(recordings.List(call.Token, RecordingQuery.Read(call), MeetingCall.Reader(call), call.Page(standard: 10, ceiling: 100))));
        api.Get("/recordings/{recordingId}", call => Answers.Ok(recordings.Read(call.Token, call.Path("recordingId"), call.Query("hostEmail"), MeetingCall.Reader(call))));
        api.Delete("/recordings/{recordingId}", (call, body) => recordings.Delete(call.Token, call.Path("recordingId"), call.Query("hostEmail"), body));
        api.Post("/recordings/{recordingId}/accessList", (call, body) =>
        {
            recordings.Share(call.Token, call.Path("recordingId"), body);
            return Answers.NoContent();
        });
    }
}
