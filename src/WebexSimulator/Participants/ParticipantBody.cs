using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Participants;

/// <summary>Somebody in a meeting, on the wire.</summary>
/// <param name="OrgId">Of who takes part in a meeting that is on.</param>
internal sealed record ParticipantBody(
    string Id, string? OrgId, bool Host, bool CoHost, bool? SpaceModerator, string Email, string DisplayName, bool Invitee, bool Muted, string? MeetingStartTime,
    string Video, string? State, string? JoinedTime, string? LeftTime, string SiteUrl, string MeetingId, string HostEmail, IReadOnlyList<ParticipantDevice> Devices)
{
    public static ParticipantBody Of(World world, MeetingState state, MeetingInstance instance, Participant participant, string zone)
    {
        var meetingId = Meetings.MeetingId.Of(state.Meeting, instance);
        var (joined, left) = (MeetingTime.Write(participant.Joined, zone), participant.Left is { } time ? MeetingTime.Write(time, zone) : null);
        return new(
            IdOf(state, instance, participant), instance.IsOver ? null : participant.Person?.OrganisationKey, participant.IsHost, participant.IsCoHost, IsModerator(world, state, participant),
            participant.Email, participant.DisplayName, participant.IsInvitee, participant.IsMuted, MeetingTime.Write(instance.Start, zone), "off", participant.State, joined, left,
            state.Meeting.SiteUrl, meetingId, state.Meeting.Host.Email,
            [new(participant.Key.ToString(), "webex_meeting_center_mac", "voip", joined, left, participant.Left is { } end ? (int)(end - participant.Joined).TotalSeconds : null)]);
    }

    /// <summary>As the answer to a change of somebody who is there: without the times, and of who was just sent away without a state.</summary>
    public ParticipantBody Live() => this with { State = State is "end" ? null : State, MeetingStartTime = null, JoinedTime = null, LeftTime = null, Devices = [.. Devices.Select(device => device with { DurationSecond = null })] };

    public static string IdOf(MeetingState state, MeetingInstance instance, Participant participant) => $"{Meetings.MeetingId.Of(state.Meeting, instance)}_{participant.Key}";

    // Only of a meeting that belongs to a room.
    private static bool? IsModerator(World world, MeetingState state, Participant participant) => state.Meeting.RoomKey is not { } room ? null
        : participant.Person is { } person && world.Rooms.TryGetValue(room, out var members) && members.IsModeratedBy(person);
}

/// <summary>What somebody takes part with.</summary>
internal sealed record ParticipantDevice(string CorrelationId, string DeviceType, string AudioType, string JoinedTime, string? LeftTime, int? DurationSecond);
