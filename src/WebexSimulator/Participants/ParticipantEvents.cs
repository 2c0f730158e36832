using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Participants;

/// <summary>Tells of who comes to a meeting and who goes. Used inside the world's lock.</summary>
internal sealed class ParticipantEvents(World world, MeetingEvents meetings)
{
    public void Joined(Person actor, MeetingState state, MeetingInstance instance, Participant participant) => Raise("joined", actor, state, instance, participant);

    public void Left(Person actor, MeetingState state, MeetingInstance instance, Participant participant) => Raise("left", actor, state, instance, participant);

    private void Raise(string name, Person actor, MeetingState state, MeetingInstance instance, Participant participant)
    {
        var body = ParticipantBody.Of(world, state, instance, participant, MeetingTime.Utc);
        world.Raise(new("meetingParticipants", name, actor, meetings.AudienceOf(state), body.Id, meetings.DataOf(body.Id, body), fact => fact switch
        {
            "id" => [body.Id],
            "meetingId" => [body.MeetingId],
            "state" => [participant.State],
            "hostEmail" => [body.HostEmail],
            "hostPersonId" => [state.Meeting.Host.Id],
            "siteUrl" => [body.SiteUrl],
            _ => [],
        }));
    }
}
