namespace BotHost.Webex;

/// <summary>What was said in a meeting, in writing.</summary>
internal sealed record Transcript : WebexItem
{
    public required TranscriptId Id { get; init; }

    /// <summary>The meeting that took place.</summary>
    public MeetingId? MeetingId { get; init; }

    public MeetingId? ScheduledMeetingId { get; init; }

    public MeetingId? MeetingSeriesId { get; init; }

    public string? MeetingTopic { get; init; }

    public string? SiteUrl { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public PersonId? HostUserId { get; init; }

    /// <summary>On the site's own address. The client fetches by the id instead.</summary>
    public string? VttDownloadLink { get; init; }

    /// <inheritdoc cref="VttDownloadLink"/>
    public string? TxtDownloadLink { get; init; }

    public RecordingStatus Status { get; init; }

    /// <summary>The id alone: topics stay out of logs.</summary>
    public override string ToString() => $"Transcript {Id}";
}
