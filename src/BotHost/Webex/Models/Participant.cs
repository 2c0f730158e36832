namespace BotHost.Webex;

/// <summary>Somebody's part in a meeting that takes or took place.</summary>
internal sealed record Participant : WebexItem
{
    public required ParticipantId Id { get; init; }

    public MeetingId? MeetingId { get; init; }

    /// <summary>A bare UUID, as the specification shows it.</summary>
    public string? OrgId { get; init; }

    public bool Host { get; init; }

    public bool CoHost { get; init; }

    public bool SpaceModerator { get; init; }

    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    public bool Invitee { get; init; }

    public bool Muted { get; init; }

    public DateTimeOffset? MeetingStartTime { get; init; }

    /// <summary><c>on</c> or <c>off</c>.</summary>
    public string? Video { get; init; }

    public ParticipantState State { get; init; }

    public string? BreakoutSessionId { get; init; }

    public DateTimeOffset? JoinedTime { get; init; }

    public DateTimeOffset? LeftTime { get; init; }

    public string? SiteUrl { get; init; }

    public string? HostEmail { get; init; }

    public IReadOnlyList<ParticipantDevice> Devices { get => field ?? []; init; }

    public IReadOnlyList<BreakoutStay> BreakoutSessionsAttended { get => field ?? []; init; }

    public string? SourceId { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Participant {Id}";
}

/// <summary>What somebody took part with.</summary>
/// <param name="DeviceType">Such as <c>webex_meeting_center_mac</c>.</param>
/// <param name="AudioType"><c>pstn</c>, <c>voip</c> or <c>inactive</c>.</param>
/// <param name="CallType"><c>callIn</c> or <c>callBack</c>.</param>
internal sealed record ParticipantDevice(
    string? CorrelationId,
    string? DeviceType,
    string? AudioType,
    DateTimeOffset? JoinedTime,
    DateTimeOffset? LeftTime,
    int? DurationSecond = null,
    string? CallType = null,
    string? PhoneNumber = null)
{
    /// <summary>The kind alone: telephone numbers stay out of logs.</summary>
    public override string ToString() => $"Device {DeviceType}";
}

/// <summary>When somebody was in a breakout session.</summary>
internal sealed record BreakoutStay(string? Id, string? Name, DateTimeOffset? JoinedTime, DateTimeOffset? LeftTime);
