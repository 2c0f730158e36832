using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Participants;

/// <summary>Calls devices into a meeting. It rings for 30 seconds; here nobody ever picks up.</summary>
internal sealed class Callouts(World world, MeetingSight sight, MeetingHolding holding)
{
    private const int LongestName = 32;
    private static readonly TimeSpan Ringing = TimeSpan.FromSeconds(30);

    public CalloutBody Call(Person caller, Fields body)
    {
        var (id, number) = (body.Filled("meetingId"), body.Filled("meetingNumber"));
        if (id is null == number is null) throw Refusal.BadRequest(Texts.IdOrNumber);
        var address = body.Filled("address") ?? throw Refusal.BadRequest(Texts.Invalid("address"));
        var name = body.Filled("displayName") is { Length: <= LongestName } given ? given : throw Refusal.BadRequest(Texts.Invalid("displayName"));
        if (body.Filled("addressType") is not (null or "sipAddress")) throw Refusal.BadRequest(Texts.Invalid("addressType"));
        var correlation = body.Filled("invitationCorrelationId") ?? Guid.NewGuid().ToString();
        if (!Guid.TryParseExact(correlation, "D", out _) || correlation.Any(char.IsAsciiLetterUpper)) throw Refusal.BadRequest(Texts.Invalid("invitationCorrelationId"));
        lock (world.Gate)
        {
            var named = id is not null ? sight.ToRead(caller, id)
                : world.Meetings.Scheduled.FirstOrDefault(state => state.Meeting.Number == number && sight.Sees(caller, state)) is { } state ? new(state)
                : throw Refusal.NotFound();
            var instance = DemandLeading(caller, named.State, named.Running);
            var participant = new Participant { Key = Guid.NewGuid(), Email = address, DisplayName = name, IsRinging = true, Joined = world.Now() };
            named.State.Put(instance with { Participants = [.. instance.Participants, participant] });
            return new(
                ParticipantBody.IdOf(named.State, instance, participant), correlation, named.Meeting.Number, named.Meeting.Id, address, "sipAddress", name, "pending");
        }
    }

    public void Cancel(Person caller, Fields body)
    {
        var id = body.Filled("participantId") ?? throw Refusal.BadRequest(Texts.Invalid("participantId"));
        lock (world.Gate)
        {
            var at = id.LastIndexOf('_');
            if (at < 0 || sight.Find(id[..at]) is not { Instance: { } instance } named || !sight.Sees(caller, named.State)) throw Refusal.NotFound();
            var participant = instance.Participants.FirstOrDefault(other => other.Key.ToString() == id[(at + 1)..]) ?? throw Refusal.NotFound();
            instance = DemandLeading(caller, named.State, named.Running);
            if (!participant.IsRinging || participant.Left is not null || world.Now() - participant.Joined > Ringing) throw Refusal.BadRequest(Texts.NotRinging);
            holding.Replace(named.State, instance, participant with { Left = world.Now() });
        }
    }

    // The host or a co-host, and in the meeting himself.
    private static MeetingInstance DemandLeading(Person caller, MeetingState state, MeetingInstance? instance)
    {
        if (!state.IsHostedBy(caller) && !state.IsCoHostedBy(caller)) throw Refusal.Forbidden(Texts.HostsOnly);
        if (instance is null) throw Refusal.BadRequest(Texts.NotInProgress);
        return instance.Participants.Any(participant => participant.IsThere && participant.Person?.Key == caller.Key) ? instance : throw Refusal.Forbidden(Texts.NotInMeeting);
    }
}

internal sealed record CalloutBody(
    string ParticipantId, string InvitationCorrelationId, string MeetingNumber, string MeetingId, string Address, string AddressType, string DisplayName, string State);
