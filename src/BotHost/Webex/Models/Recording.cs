namespace BotHost.Webex;

/// <summary>A recording of a meeting.</summary>
internal sealed record Recording : WebexItem
{
    public required RecordingId Id { get; init; }

    /// <summary>The meeting that took place.</summary>
    public MeetingId? MeetingId { get; init; }

    public MeetingId? ScheduledMeetingId { get; init; }

    public MeetingId? MeetingSeriesId { get; init; }

    public string? Topic { get; init; }

    public DateTimeOffset? CreateTime { get; init; }

    public DateTimeOffset? TimeRecorded { get; init; }

    public string? SiteUrl { get; init; }

    public string? DownloadUrl { get; init; }

    public string? PlaybackUrl { get; init; }

    public string? Password { get; init; }

    public RecordingFormat Format { get; init; }

    /// <summary>Such as <c>MeetingCenter</c>.</summary>
    public string? ServiceType { get; init; }

    public int DurationSeconds { get; init; }

    public long SizeBytes { get; init; }

    public bool ShareToMe { get; init; }

    /// <summary>Only when one recording is read.</summary>
    public RecordingLinks? TemporaryDirectDownloadLinks { get; init; }

    public IReadOnlyList<string> IntegrationTags { get => field ?? []; init; }

    public RecordingStatus Status { get; init; }

    /// <summary>The id alone: topics and passwords stay out of logs.</summary>
    public override string ToString() => $"Recording {Id}";
}

/// <summary>Where a recording can be fetched without logging in, for a time.</summary>
internal sealed record RecordingLinks(string? RecordingDownloadLink, string? AudioDownloadLink, string? TranscriptDownloadLink, DateTimeOffset? Expiration)
{
    /// <summary>Nothing of it: whoever has a link has the recording.</summary>
    public override string ToString() => "Recording links";
}

/// <summary>Whom a recording is shared with from now on, or no longer: 100 addresses each at most.</summary>
internal sealed record RecordingSharing : ICheckedRequest
{
    public IReadOnlyList<string>? AddEmails { get; init; }

    public IReadOnlyList<string>? RemoveEmails { get; init; }

    /// <summary>Whether they are sent e-mail; so unless told.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>For administrators.</summary>
    public string? HostEmail { get; init; }

    public void Check()
    {
        MeetingLimits.CheckCount(AddEmails, 0, MeetingLimits.AtOnce, nameof(AddEmails));
        MeetingLimits.CheckCount(RemoveEmails, 0, MeetingLimits.AtOnce, nameof(RemoveEmails));
        if (AddEmails is not { Count: > 0 } && RemoveEmails is not { Count: > 0 })
            throw new ArgumentException("The recording is shared with nobody more or less. Set AddEmails or RemoveEmails.");
    }

    /// <summary>Nothing of it: addresses stay out of logs.</summary>
    public override string ToString() => "Sharing of a recording";
}

/// <summary>Why a recording or a transcript is deleted; for compliance officers.</summary>
internal sealed record DeletionReason(string? Reason, string? Comment = null);
