using WebexSimulator.Http;
using WebexSimulator.Meetings;
using WebexSimulator.Model;

namespace WebexSimulator.Participants;

/// <summary>Who was in a meeting, for its host and the administrator; and what the host and his co-hosts may do to whom while it is on.</summary>
internal sealed class ParticipantRules(World world, MeetingSight sight, OnBehalf hosts, MeetingHolding holding)
{
    private const string ReadOfOthers = "meeting:admin_participants_read";
    private const int MostAtOnce = 100;

    public Page<ParticipantBody> List(ApiCall call, ParticipantQuery query)
    {
        var (person, zone, page) = (hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers), MeetingCall.Zone(call), call.Page(standard: 10, ceiling: 100));
        lock (world.Gate)
        {
            var named = sight.Find(query.MeetingId) is { } found && LooksAfter(call, found.State) ? found : sight.Hosted(person, query.MeetingId);
            if (Instance(named, query) is not { } instance) return new([], null);
            var all = instance.Participants.Where(participant => (instance.IsOver || participant.IsThere) && !participant.IsRinging && query.Matches(participant));
            return page.Sorted(all.Index(), entry => new Cursor(entry.Index, default)).Select(entry => ParticipantBody.Of(world, named.State, instance, entry.Item, zone));
        }
    }

    public ParticipantBody Read(ApiCall call)
    {
        var person = hosts.Of(call.Token, call.Query("hostEmail"), ReadOfOthers);
        lock (world.Gate)
        {
            var (state, instance, participant) = Find(call.Path("participantId"), state => state.IsHostedBy(person) || LooksAfter(call, state), person);
            return ParticipantBody.Of(world, state, instance, participant, MeetingTime.Utc);
        }
    }

    // Where he names a host, he means that one's meetings.
    private bool LooksAfter(ApiCall call, MeetingState state) => call.Query("hostEmail") is null && hosts.LooksAfter(call.Token, ReadOfOthers, state);

    /// <summary>To send somebody away outranks the rest.</summary>
    public ParticipantBody Update(Person caller, string id, Fields body)
    {
        var (isMuted, isAdmitted, isExpelled) = (body.Flag("muted"), body.Flag("admit"), body.Flag("expel"));
        lock (world.Gate)
        {
            var (state, instance, participant) = FindLive(caller, id);
            if (isExpelled is true) holding.Leave(caller, state, instance, participant);
            else
            {
                if (isMuted is { } muted) instance = holding.Replace(state, instance, participant = participant with { IsMuted = muted });
                if (isAdmitted is true && participant.IsInLobby) holding.LetIn(state, instance, participant);
            }
            instance = state.Instances.Single(other => other.Key == instance.Key);
            return ParticipantBody.Of(world, state, instance, instance.Participants.Single(other => other.Key == participant.Key), MeetingTime.Utc).Live();
        }
    }

    /// <summary>All or none.</summary>
    public void Admit(Person caller, Fields body)
    {
        var items = body.List("items");
        if (items.Count is 0 or > MostAtOnce) throw Refusal.BadRequest(Texts.Invalid("items"));
        lock (world.Gate)
        {
            var all = items.Select(item => item.ValueKind is System.Text.Json.JsonValueKind.Object ? new Fields(item, []) : throw Refusal.BadRequest())
                .Select(item => FindLive(caller, item.Filled("participantId") ?? throw Refusal.BadRequest(Texts.Invalid("participantId")))).ToList();
            if (all.Select(found => found.Instance.Key).Distinct().Count() > 1) throw Refusal.BadRequest(Texts.Invalid("participantId"));
            foreach (var (state, _, participant) in all)
            {
                var instance = state.Running!;
                if (instance.Participants.Single(other => other.Key == participant.Key) is { IsInLobby: true } waiting) holding.LetIn(state, instance, waiting);
            }
        }
    }

    private MeetingInstance? Instance(NamedMeeting named, ParticipantQuery query) => named.Instance ?? named.State.Instances.LastOrDefault(instance =>
        sight.IsKnown(instance)
        && (named.Occurrence is null || instance.Occurrence == named.Occurrence.At)
        && !(instance.Start <= query.StartFrom) && !(instance.Start >= query.StartTo));

    private (MeetingState State, MeetingInstance Instance, Participant Participant) FindLive(Person caller, string id)
    {
        var found = Find(id, state => state.IsHostedBy(caller) || state.IsCoHostedBy(caller), caller);
        return !found.Instance.IsOver && found.Participant.Left is null ? found : throw Refusal.BadRequest(Texts.NotInProgress);
    }

    // A meeting's id with a UUID.
    private (MeetingState State, MeetingInstance Instance, Participant Participant) Find(string id, Func<MeetingState, bool> isAllowed, Person caller)
    {
        var at = id.LastIndexOf('_');
        if (at < 0 || sight.Find(id[..at]) is not { Instance: { } instance } named || !(isAllowed(named.State) || sight.Sees(caller, named.State))) throw Refusal.NotFound();
        var participant = Guid.TryParseExact(id[(at + 1)..], "D", out var key) ? instance.Participants.FirstOrDefault(other => other.Key == key) : null;
        if (participant is null) throw Refusal.NotFound();
        return isAllowed(named.State) ? (named.State, instance, participant) : throw Refusal.Forbidden(Texts.HostsOnly);
    }
}

/// <summary>Of which meeting, and who in it. Of a time of which one end is named, the other is a month away, or a week where it is about joining.</summary>
internal sealed record ParticipantQuery(
    string MeetingId, DateTimeOffset? StartFrom, DateTimeOffset? StartTo, DateTimeOffset? JoinFrom, DateTimeOffset? JoinTo, IReadOnlyList<string>? Emails, string? Breakout)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Most = TimeSpan.FromDays(90);

    public static ParticipantQuery Read(ApiCall call, Fields? body = null)
    {
        var zone = MeetingCall.Zone(call);
        var (start, join) = ((From: MeetingCall.Time(call, "meetingStartTimeFrom", zone), To: MeetingCall.Time(call, "meetingStartTimeTo", zone)),
            (From: Time("joinTimeFrom"), To: Time("joinTimeTo")));
        if (join.To - join.From > Most) throw Refusal.BadRequest(Texts.Invalid("joinTimeTo"));
        return new(
            call.Query("meetingId") ?? throw Refusal.BadRequest(Texts.Required("meetingId")), start.From ?? start.To?.AddMonths(-1), start.To ?? start.From?.AddMonths(1),
            join.From ?? join.To - Week, join.To ?? join.From + Week, body?.Texts("emails"), call.Query("breakoutSessionId"));

        DateTimeOffset? Time(string name) => body is null ? MeetingCall.Time(call, name, zone)
            : body.Filled(name) is { } text ? MeetingTime.Read(text, zone) ?? throw Refusal.BadRequest(Texts.Invalid(name))
            : null;
    }

    // There are no breakout sessions here, so nobody is in one.
    public bool Matches(Participant participant) =>
        Breakout is null && !(participant.Joined < JoinFrom) && !(participant.Joined >= JoinTo)
        && (Emails is null || Emails.Contains(participant.Email, StringComparer.OrdinalIgnoreCase));
}
