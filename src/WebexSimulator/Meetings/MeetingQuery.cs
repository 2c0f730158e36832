using WebexSimulator.Http;

namespace WebexSimulator.Meetings;

/// <summary>Which meetings a list is of.</summary>
internal sealed record MeetingQuery
{
    private static readonly string[] Types = ["meetingSeries", "scheduledMeeting", "meeting"];
    private static readonly string[] States = ["active", "scheduled", "ready", "lobby", "inProgress", "ended", "missed", "expired"];
    private static readonly string[] ScheduledTypes = ["meeting", "webinar", "personalRoomMeeting"];
    private static readonly string[] TraitNames = ["hasChat", "hasRecording", "hasTranscription", "hasSummary", "hasClosedCaption", "hasPolls", "hasQA", "hasSlido"];

    public string? Number { get; init; }
    public string? WebLink { get; init; }
    public string? RoomId { get; init; }
    public string? SeriesId { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Null where nobody says: series, or of one series everything.</summary>
    public string? Type { get; init; }
    public string? State { get; init; }
    public string? ScheduledType { get; init; }
    public bool? IsModified { get; init; }

    /// <summary>What an ended meeting must have had, or must not.</summary>
    public IReadOnlyDictionary<string, bool> Traits { get; init; } = new Dictionary<string, bool>();
    public bool Current { get; init; }
    public string? SiteUrl { get; init; }
    public string? Tag { get; init; }
    public string? Password { get; init; }

    public static MeetingQuery Read(ApiCall call)
    {
        var zone = MeetingCall.Zone(call);
        var query = new MeetingQuery
        {
            Number = call.Query("meetingNumber")?.Replace(" ", "", StringComparison.Ordinal),
            WebLink = call.Query("webLink"),
            RoomId = call.Query("roomId"),
            SeriesId = call.Query("meetingSeriesId"),
            From = MeetingCall.Time(call, "from", zone),
            To = MeetingCall.Time(call, "to", zone),
            Type = MeetingCall.Choice(call, "meetingType", Types),
            State = MeetingCall.Choice(call, "state", States),
            ScheduledType = MeetingCall.Choice(call, "scheduledType", ScheduledTypes),
            IsModified = MeetingCall.Flag(call, "isModified"),
            Traits = TraitNames.Select(name => (name, Wanted: MeetingCall.Flag(call, name))).Where(trait => trait.Wanted is not null)
                .ToDictionary(trait => trait.name, trait => trait.Wanted!.Value),
            Current = MeetingCall.Flag(call, "current") ?? true,
            SiteUrl = call.Query("siteUrl"),
            Tag = call.Query("integrationTag"),
            Password = call.Header("password"),
        };
        return query.Checked();
    }

    private MeetingQuery Checked()
    {
        if (SeriesId is null && new[] { Number, WebLink, RoomId }.Count(selector => selector is not null) > 1) throw Refusal.BadRequest(Texts.OneSelector);
        if (From > To) throw Refusal.BadRequest(Texts.Invalid("from"));
        return Traits.Count == 0 || (Type, State) is ("meeting", "ended") ? this : throw Refusal.BadRequest(Texts.OnlyOfEnded);
    }
}
