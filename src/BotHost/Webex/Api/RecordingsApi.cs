namespace BotHost.Webex;

internal static class RecordingsApi
{
    /// <summary>Lists recordings, newest first; of the last seven days unless told.</summary>
    /// <param name="recordings">The resource.</param>
    /// <param name="from">Only those made then or later.</param>
    /// <param name="to">Only those made before.</param>
    /// <param name="meetingId">Only those of this series, of this meeting of one, or of this that took place.</param>
    /// <param name="topic">Only those with this topic, whatever its case.</param>
    /// <param name="status">Unless told, <see cref="RecordingStatus.Available"/>.</param>
    /// <param name="format">Only those stored so.</param>
    /// <param name="serviceType">Such as <c>MeetingCenter</c>.</param>
    /// <param name="integrationTag">Only those of meetings with this tag.</param>
    /// <param name="hostEmail">For administrators.</param>
    /// <param name="siteUrl">Unless told, of all the caller's sites.</param>
    /// <param name="max">Recordings a page, 1 to 100; 10 unless told.</param>
    /// <param name="timezone">IANA name of the time zone in which to give times; UTC unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Recording> ListAsync(
        this IRecordingsApi recordings,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        MeetingId? meetingId = null,
        string? topic = null,
        RecordingStatus? status = null,
        RecordingFormat? format = null,
        string? serviceType = null,
        string? integrationTag = null,
        string? hostEmail = null,
        string? siteUrl = null,
        int? max = null,
        string? timezone = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Meetings);
        ListLimits.CheckRange(from, to);
        return recordings.AllAsync(
            ct => recordings.ListPageAsync(max, from, to, meetingId, hostEmail, siteUrl, integrationTag, topic, format, serviceType, status, timezone, ct),
            cancellationToken);
    }
}
