using System.Globalization;
using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Participants;
using WebexSimulator.Recordings;

namespace WebexSimulator.Meetings;

/// <summary>Meetings as they happen: people come and go, and when the last has gone a meeting is over. Used inside the world's lock.</summary>
internal sealed class MeetingHolding(World world, MeetingEvents events, ParticipantEvents participantEvents, RecordingMaking recordings)
{
    /// <summary>Somebody comes. Who is first begins the meeting; who may not be there without the host waits for him.</summary>
    /// <param name="takes">After how long the meeting ends by itself.</param>
    public (MeetingInstance Instance, Participant Participant) Join(NamedMeeting named, string email, string? name, TimeSpan? takes = null)
    {
        var (state, now) = (named.State, world.Now());
        var instance = named.Running ?? Begin(named, now);
        if (takes is { } time) instance = instance with { EndsBy = now + time };
        var participant = Newcomer(state, instance, email, name, now);
        if (!participant.IsHost && !participant.IsInvitee && Setting(instance, "unlockedMeetingJoinSecurity") is "blockFromJoin") throw Refusal.Forbidden(Texts.InviteesOnly);
        participant = participant with { IsInLobby = MustWait(instance, participant) };
        instance = instance with { Participants = [.. instance.Participants, participant], HostDidJoin = instance.HostDidJoin || participant.IsHost };
        state.Put(instance);
        if (!participant.IsInLobby) instance = LetIn(state, instance, participant);
        return (instance, participant);
    }

    /// <summary>Somebody who waits may come in; with the first the meeting is under way, and with a host all who waited for him.</summary>
    public MeetingInstance LetIn(MeetingState state, MeetingInstance instance, Participant participant)
    {
        var wasOpen = instance.IsOpen;
        instance = Replace(state, instance with { IsOpen = true }, participant with { IsInLobby = false });
        var actor = participant.Person ?? state.Meeting.Host;
        if (!wasOpen) events.Started(actor, new(state, null, instance));
        participantEvents.Joined(actor, state, instance, participant with { IsInLobby = false });
        if (!participant.IsHost && !participant.IsCoHost) return instance;
        foreach (var waiting in instance.Participants.Where(other => other.IsThere && other.IsInLobby && !MustWait(instance, other)).ToList())
            instance = LetIn(state, instance, waiting);
        return instance;
    }

    /// <summary>Somebody goes, or is sent away.</summary>
    public void Leave(Person actor, MeetingState state, MeetingInstance instance, Participant participant)
    {
        var left = participant with { Left = world.Now() };
        instance = Replace(state, instance, left);
        if (!participant.IsInLobby && !participant.IsRinging) participantEvents.Left(actor, state, instance, left);
        if (!instance.Participants.Any(other => other.IsThere)) Close(actor, state, instance);
    }

    public void End(Person actor, MeetingState state, MeetingInstance instance)
    {
        foreach (var participant in instance.Participants.Where(participant => participant.IsThere || participant.IsRinging).ToList())
        {
            instance = state.Instances.Single(other => other.Key == instance.Key);
            if (!instance.IsOver) Leave(actor, state, instance, participant);
        }
    }

    public MeetingInstance Replace(MeetingState state, MeetingInstance instance, Participant participant)
    {
        var changed = instance with
        {
            Participants = [.. instance.Participants.Select(other => other.Key == participant.Key ? participant : other)],
        };
        state.Put(changed);
        return changed;
    }

    private MeetingInstance Begin(NamedMeeting named, DateTimeOffset now)
    {
        if (named.Instance is not null) throw Refusal.BadRequest(Texts.MeetingIsOver);
        var occurrence = named.Occurrence ?? Timetable.Current(named.State, now);
        if (occurrence is null || occurrence.Plan.End <= now) throw Refusal.BadRequest(Texts.MeetingIsOver);
        return new()
        {
            Key = Guid.NewGuid(),
            Number = long.Parse(MeetingRules.NewNumber(18), CultureInfo.InvariantCulture),
            Occurrence = occurrence.At,
            Plan = occurrence.Plan,
            Start = now,
        };
    }

    private Participant Newcomer(MeetingState state, MeetingInstance instance, string email, string? name, DateTimeOffset now)
    {
        var person = world.People.WithEmail(email);
        var invitee = state.InviteesOf(instance.Occurrence).FirstOrDefault(invitee => invitee.Is(email));
        return new()
        {
            Key = Guid.NewGuid(),
            Email = person?.Email ?? email,
            DisplayName = person?.DisplayName ?? name ?? email,
            Person = person,
            IsHost = person is not null && state.IsHostedBy(person),
            IsCoHost = invitee?.IsCoHost ?? false,
            IsInvitee = invitee is not null,
            Joined = now,
        };
    }

    private void Close(Person actor, MeetingState state, MeetingInstance instance)
    {
        instance = instance with { End = world.Now(), EndsBy = null };
        state.Put(instance);
        events.Ended(actor, new(state, null, instance));
        if (instance.Plan.Settings.TryGetProperty("enabledAutoRecordMeeting", out var isRecorded) && isRecorded.GetBoolean())
            recordings.Make(state, instance);
    }

    // Before the host only where that is allowed; after him the uninvited where they need not be let in.
    private static bool MustWait(MeetingInstance instance, Participant participant)
    {
        if (participant.IsHost || participant.IsCoHost) return false;
        var mayComeFirst = instance.Plan.Settings.TryGetProperty("enabledJoinBeforeHost", out var flag) && flag.GetBoolean();
        var hostWasThere = instance.HostDidJoin || instance.Participants.Any(other => other.IsCoHost && !other.IsInLobby);
        return (!hostWasThere && !mayComeFirst) || (!participant.IsInvitee && Setting(instance, "unlockedMeetingJoinSecurity") is "allowJoinWithLobby");
    }

    private static string? Setting(MeetingInstance instance, string name) =>
        instance.Plan.Settings.TryGetProperty(name, out var value) ? value.GetString() : null;
}
