using System.Text.Json;
using WebexSimulator.Http;
using WebexSimulator.Invitees;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Meetings;

/// <summary>Meetings for a room, made to be started at once: it has one at a time. Used inside the world's lock.</summary>
internal sealed class AdhocMeetings(World world, InviteeReading invitees)
{
    private const string Settings = """
        {"allowAnyUserToBeCoHost":true,"enabledJoinBeforeHost":true,"enableConnectAudioBeforeHost":true,"joinBeforeHostMinutes":5,"publicMeeting":false,
        "unlockedMeetingJoinSecurity":"allowJoinWithLobby","enableAutomaticLock":false,"allowFirstUserToBeCoHost":false,"allowAuthenticatedDevices":true,
        "enabledBreakoutSessions":false}
        """;

    /// <summary>The room's; a new one where it has none, or what it had is over.</summary>
    public MeetingState Of(AccessToken token, RoomState room, Fields body)
    {
        var caller = token.Person;
        if (!room.Room.IsDirect && room.Room.OwnerOrganisationKey != caller.OrganisationKey) throw Refusal.Forbidden(Texts.OwnOrganisationOnly);
        var now = world.Now();
        if (world.Meetings.Scheduled.FirstOrDefault(state => IsUsable(state, room, now)) is { } there) return there;
        var title = body.Filled("title") ?? caller.DisplayName;
        if (title.Length > 128) throw Refusal.BadRequest(Texts.Invalid("title"));
        var state = world.Meetings.Add(new()
        {
            Key = Guid.NewGuid(),
            Number = MeetingRules.NewNumber(10),
            Host = caller,
            AppId = token.AppId,
            SiteUrl = MeetingSites.PreferredOf(world, caller),
            HostKey = MeetingRules.NewNumber(6),
            VideoPassword = MeetingRules.NewNumber(8),
            ScheduledType = "meeting",
            RoomKey = room.Room.Key,
            IsAdhoc = true,
            Plan = new(title, null, MeetingPlanning.NewPassword(), MeetingTime.Utc, now.AddMinutes(5), now.AddMinutes(20), JsonElement.Parse(Settings)),
            Created = now,
        });
        invitees.Invite(caller, state, room, body);
        return state;
    }

    private static bool IsUsable(MeetingState state, RoomState room, DateTimeOffset now) =>
        state.Meeting.IsAdhoc && state.Meeting.RoomKey == room.Room.Key
        && (state.Running is not null || (state.Instances.Count == 0 && state.Meeting.Plan.End > now));
}
