namespace BotHost.Webex;

/// <summary>
/// A meeting as Webex shows it: a series, one meeting of it, or one that takes or took place, as its <see cref="MeetingType"/> says. What an
/// administrator is shown of others' meetings lacks the passwords and how to get in.
/// </summary>
internal sealed record Meeting : MeetingSettings
{
    public required MeetingId Id { get; init; }

    /// <inheritdoc cref="WebexItem.Errors"/>
    public IReadOnlyDictionary<string, FieldError> Errors { get => field ?? FieldError.None; init; }

    public MeetingId? MeetingSeriesId { get; init; }

    public MeetingId? ScheduledMeetingId { get; init; }

    public string? MeetingNumber { get; init; }

    public MeetingType MeetingType { get; init; }

    public MeetingState State { get; init; }

    public ScheduledType ScheduledType { get; init; }

    public string? Agenda { get; init; }

    /// <summary>In the time zone that was asked for, UTC unless told.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <inheritdoc cref="Start"/>
    public DateTimeOffset? End { get; init; }

    /// <summary>A rule of RFC 2445, such as <c>FREQ=DAILY;COUNT=10</c>; null for a meeting that takes place once.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Whether this one differs from the rest of its series.</summary>
    public bool IsModified { get; init; }

    public bool? HostDidJoin { get; init; }

    public bool? AttendeeDidJoin { get; init; }

    public PersonId? HostUserId { get; init; }

    public string? HostDisplayName { get; init; }

    public string? HostEmail { get; init; }

    public string? HostKey { get; init; }

    public string? SiteUrl { get; init; }

    /// <summary>The page from which it is joined.</summary>
    public string? WebLink { get; init; }

    public string? RegisterLink { get; init; }

    public string? SipAddress { get; init; }

    public string? DialInIpAddress { get; init; }

    public string? PhoneAndVideoSystemPassword { get; init; }

    public string? PhoneAndVideoSystemPanelistPassword { get; init; }

    public RoomId? RoomId { get; init; }

    public bool HasChat { get; init; }

    public bool HasRecording { get; init; }

    public bool HasTranscription { get; init; }

    public bool HasSummary { get; init; }

    public bool HasClosedCaption { get; init; }

    public bool HasPolls { get; init; }

    public bool HasQA { get; init; }

    public bool HasSlido { get; init; }

    public bool HasRegistration { get; init; }

    public bool HasRegistrants { get; init; }

    public bool HasPostEventSurvey { get; init; }

    public Telephony? Telephony { get; init; }

    public RegistrationForm? Registration { get; init; }

    public SimultaneousInterpretation? SimultaneousInterpretation { get; init; }

    public IReadOnlyList<TrackingCode> TrackingCodes { get => field ?? []; init; }

    public IReadOnlyList<ResourceLink> Links { get => field ?? []; init; }

    /// <summary>The id alone: titles, addresses and passwords stay out of logs.</summary>
    public override string ToString() => $"Meeting {Id}";
}
