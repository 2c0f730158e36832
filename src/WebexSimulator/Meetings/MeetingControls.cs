using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Participants;
using WebexSimulator.Recordings;

namespace WebexSimulator.Meetings;

/// <summary>
/// <c>POST /simulator/meetings/{meetingId}/…</c>: makes meetings happen. The id is any that names one; a series means what is on now or next,
/// and for what is left of it, what was held last.
/// </summary>
internal static class MeetingControls
{
    private static readonly string[] Traits = ["hasChat", "hasClosedCaption", "hasPolls", "hasQA", "hasSlido"];

    public static void MapMeetingControls(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, holding, leftovers) = (services.GetRequiredService<World>(), services.GetRequiredService<MeetingHolding>(), services.GetRequiredService<Leftovers>());
        var (sight, clock) = (services.GetRequiredService<MeetingSight>(), services.GetRequiredService<MeetingClock>());

        Map("start", (named, body) => Join(named, named.Meeting.Host.Email, null, body));
        Map("join", (named, body) => Join(named, body.Filled("email") ?? throw Refusal.BadRequest(Texts.Invalid("email")), body.Filled("displayName"), body));
        Map("leave", (named, body) =>
        {
            var (instance, email) = (Running(named), body.Filled("email"));
            var participant = instance.Participants.LastOrDefault(other => other.IsThere && other.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
            if (participant is null) throw Refusal.NotFound(Texts.PersonNotFound);
            holding.Leave(participant.Person ?? named.Meeting.Host, named.State, instance, participant);
            return Results.NoContent();
        });
        Map("end", (named, body) =>
        {
            var (instance, traits) = (Running(named), body.Texts("traits"));
            if (traits.Except(Traits).Any()) throw Refusal.BadRequest(Texts.Invalid("traits"));
            named.State.Put(instance = instance with { Traits = [.. instance.Traits.Union(traits)] });
            holding.End(named.Meeting.Host, named.State, instance);
            return Results.NoContent();
        });
        Map("recordings", (named, body) => Answers.Ok(new ControlledBody(leftovers.Record(named.State, Held(named), body).Id)));
        Map("transcripts", (named, body) => Answers.Ok(new ControlledBody(leftovers.Transcribe(named.State, Held(named), body).Id)));
        Map("summaries", (named, body) => Answers.Ok(new ControlledBody(leftovers.Summarise(named.State, Held(named), body).Key.ToString())));

        void Map(string what, Func<NamedMeeting, Fields, IResult> control) => routes.MapControl(HttpMethods.Post, $"/simulator/meetings/{{meetingId}}/{what}", (http, body) =>
        {
            lock (world.Gate)
            {
                var answer = control(sight.Find((string?)http.Request.RouteValues["meetingId"], isEarly: true) ?? throw Refusal.NotFound(), body);
                clock.Set();
                return answer;
            }
        });

        IResult Join(NamedMeeting named, string email, string? name, Fields body)
        {
            var minutes = body.Number("minutes");
            if (minutes is <= 0 or > 24 * 60) throw Refusal.BadRequest(Texts.Invalid("minutes"));
            var (instance, participant) = holding.Join(named, email, name, minutes is { } takes ? TimeSpan.FromMinutes(takes) : null);
            return Answers.Ok(new JoinedBody(MeetingId.Of(named.Meeting, instance), ParticipantBody.IdOf(named.State, instance, participant), instance.State, participant.State));
        }
    }

    private static MeetingInstance Running(NamedMeeting named) => named.Running ?? throw Refusal.BadRequest(Texts.NotInProgress);

    private static MeetingInstance Held(NamedMeeting named) =>
        named.Instance ?? named.State.Instances.LastOrDefault(instance => named.Occurrence is null || instance.Occurrence == named.Occurrence.At)
        ?? throw Refusal.BadRequest(Texts.NotInProgress);
}

/// <summary>The id of what was made.</summary>
internal sealed record ControlledBody(string Id);

/// <summary>Who came to which meeting, and how both are.</summary>
internal sealed record JoinedBody(string MeetingId, string ParticipantId, string MeetingState, string State);
