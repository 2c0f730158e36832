namespace BotHost.Webex;

/// <summary>What can be said about a meeting when it is scheduled and when it is changed. Null leaves it to Webex, or as it is.</summary>
internal abstract record MeetingSettings
{
    /// <summary>At most 128 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Webex makes one up where a new meeting has none; it must satisfy the site's rules.</summary>
    public string? Password { get; init; }

    /// <summary>IANA name of the time zone in which it was scheduled.</summary>
    public string? Timezone { get; init; }

    public bool? EnabledAutoRecordMeeting { get; init; }

    /// <summary>Whether everybody with a host account of the site becomes a co-host; not together with <see cref="AllowFirstUserToBeCoHost"/>.</summary>
    public bool? AllowAnyUserToBeCoHost { get; init; }

    public bool? EnabledJoinBeforeHost { get; init; }

    /// <summary>Only with <see cref="EnabledJoinBeforeHost"/>.</summary>
    public bool? EnableConnectAudioBeforeHost { get; init; }

    /// <summary>0, 5, 10 or 15; of a webinar 0, 15, 30, 45 or 60.</summary>
    public int? JoinBeforeHostMinutes { get; init; }

    /// <summary>Whether the invitation leaves the password out.</summary>
    public bool? ExcludePassword { get; init; }

    /// <summary>Whether it stands in the site's public calendar.</summary>
    public bool? PublicMeeting { get; init; }

    /// <summary>How many minutes before its start the host is reminded.</summary>
    public int? ReminderTime { get; init; }

    public JoinSecurity? UnlockedMeetingJoinSecurity { get; init; }

    /// <summary>Webex's documentation asks for it in a webinar.</summary>
    public int? SessionTypeId { get; init; }

    public bool? EnabledWebcastView { get; init; }

    public string? PanelistPassword { get; init; }

    public bool? EnableAutomaticLock { get; init; }

    public int? AutomaticLockMinutes { get; init; }

    /// <summary>Whether the first with a host account of the site becomes a co-host; not together with <see cref="AllowAnyUserToBeCoHost"/>.</summary>
    public bool? AllowFirstUserToBeCoHost { get; init; }

    public bool? AllowAuthenticatedDevices { get; init; }

    public MeetingOptions? MeetingOptions { get; init; }

    /// <summary>Not of a webinar.</summary>
    public AttendeePrivileges? AttendeePrivileges { get; init; }

    /// <summary>Keys of the application's own, at most three of 64 characters.</summary>
    public IReadOnlyList<string>? IntegrationTags { get; init; }

    public bool? EnabledBreakoutSessions { get; init; }

    public bool? EnabledAudioWatermark { get; init; }

    public bool? EnabledVisualWatermark { get; init; }

    /// <summary>5 to 80.</summary>
    public int? VisualWatermarkOpacity { get; init; }

    public AudioConnectionOptions? AudioConnectionOptions { get; init; }

    /// <summary>Of a webinar.</summary>
    public bool? RequireAttendeeLogin { get; init; }

    /// <summary>Of a webinar whose attendees log in.</summary>
    public bool? RestrictToInvitees { get; init; }

    /// <summary>Needs a <see cref="LiveStream"/>.</summary>
    public bool? EnabledLiveStream { get; init; }

    public LiveStream? LiveStream { get; init; }
}
