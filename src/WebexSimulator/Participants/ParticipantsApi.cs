using WebexSimulator.Http;

namespace WebexSimulator.Participants;

internal static class ParticipantsApi
{
    public static void MapParticipants(this IEndpointRouteBuilder api)
    {
        var (participants, callouts) = (api.ServiceProvider.GetRequiredService<ParticipantRules>(), api.ServiceProvider.GetRequiredService<Callouts>());
        api.Get("/meetingParticipants", call => Answers.List(participants.List(call, ParticipantQuery.Read(call))));
        api.Post("/meetingParticipants/query", (call, body) => Answers.List(participants.List(call, ParticipantQuery.Read(call, body))));
        api.Get("/meetingParticipants/{participantId}", call => Answers.Ok(participants.Read(call)));
        api.Put("/meetingParticipants/{participantId}", (call, body) => Answers.Ok(participants.Update(call.Caller, call.Path("participantId"), body)));
        api.Post("/meetingParticipants/admit", (call, body) => Done(() => participants.Admit(call.Caller, body)));
        api.Post("/meetingParticipants/callout", (call, body) => Answers.Ok(callouts.Call(call.Caller, body)));
        api.Post("/meetingParticipants/cancelCallout", (call, body) => Done(() => callouts.Cancel(call.Caller, body)));
    }

    private static IResult Done(Action act)
    {
        act();
        return Answers.NoContent();
    }
}
