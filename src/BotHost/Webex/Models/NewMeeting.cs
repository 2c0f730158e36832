namespace BotHost.Webex;

/// <summary>A meeting to schedule. A person may try a hundred in 24 hours, and what Webex refuses counts.</summary>
internal sealed record NewMeeting : MeetingSettings, ICheckedRequest
{
    /// <summary>At most 1,300 characters.</summary>
    public string? Agenda { get; init; }

    /// <summary>Not in the past; to the minute. Needed but for <see cref="Adhoc"/> and <see cref="TemplateId"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>10 minutes to 23 hours and 59 minutes after the start.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>A rule of RFC 2445 that ends within five years.</summary>
    public string? Recurrence { get; init; }

    /// <summary>At once, for the people of <see cref="RoomId"/>: it cannot be listed, changed or deleted, and a second is the first again.</summary>
    public bool? Adhoc { get; init; }

    /// <summary>The space it belongs to, of which the caller is a member. Without <see cref="Invitees"/>, all its members are invited. Needs the scope <c>spark:all</c>.</summary>
    public RoomId? RoomId { get; init; }

    public string? TemplateId { get; init; }

    public ScheduledType? ScheduledType { get; init; }

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<NewInvitee>? Invitees { get; init; }

    /// <summary>Whether host and invitees are sent e-mail; so unless told.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Whose meeting it is; for administrators.</summary>
    public string? HostEmail { get; init; }

    public string? SiteUrl { get; init; }

    public RegistrationForm? Registration { get; init; }

    public SimultaneousInterpretation? SimultaneousInterpretation { get; init; }

    public IReadOnlyList<BreakoutSession>? BreakoutSessions { get; init; }

    public IReadOnlyList<TrackingCode>? TrackingCodes { get; init; }

    public void Check()
    {
        if (Adhoc == true && RoomId is null)
            throw new ArgumentException("A meeting at once is one of a space. Set RoomId too, or leave Adhoc out and set Start and End.");
        if (Adhoc != true && string.IsNullOrWhiteSpace(Title))
            throw new ArgumentException("A meeting without a title. Set Title.");
        if (Adhoc != true && TemplateId is null && (Start is null || End is null))
            throw new ArgumentException("A meeting needs a beginning and an end. Set Start and End.");

        MeetingLimits.CheckTimes(Start, End);
        MeetingLimits.CheckSettings(this);
        MeetingLimits.CheckLength(Agenda, MeetingLimits.Agenda, "The agenda");
        MeetingLimits.CheckCount(Invitees, 0, MeetingLimits.Invitees, nameof(Invitees));
        foreach (var invitee in Invitees ?? [])
            invitee.Check();
    }

    /// <summary>Nothing of it: titles, addresses and passwords stay out of logs.</summary>
    public override string ToString() => "New meeting";
}
