namespace WebexSimulator.Recordings;

/// <summary>A recording on the wire. What its links lead to is not there.</summary>
internal sealed record RecordingBody(
    string Id, string MeetingId, string ScheduledMeetingId, string MeetingSeriesId, string Topic, string CreateTime, string TimeRecorded, string SiteUrl,
    string DownloadUrl, string PlaybackUrl, string Password, DownloadLinks? TemporaryDirectDownloadLinks, string Format, string ServiceType, int DurationSeconds,
    long SizeBytes, bool ShareToMe, IReadOnlyList<string>? IntegrationTags, string Status);

/// <summary>Where a recording can be fetched for some hours.</summary>
internal sealed record DownloadLinks(string RecordingDownloadLink, string AudioDownloadLink, string TranscriptDownloadLink, string Expiration);
