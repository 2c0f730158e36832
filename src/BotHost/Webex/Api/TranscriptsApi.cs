namespace BotHost.Webex;

internal static class TranscriptsApi
{
    /// <summary>Lists transcripts; of the last seven days unless told.</summary>
    /// <param name="transcripts">The resource.</param>
    /// <param name="from">Only those that began then or later.</param>
    /// <param name="to">Only those that began before.</param>
    /// <param name="meetingId">Only those of this meeting that took place.</param>
    /// <param name="hostEmail">For administrators.</param>
    /// <param name="siteUrl">Unless told, of all the caller's sites.</param>
    /// <param name="max">Transcripts a page, 1 to 100; 10 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Transcript> ListAsync(
        this ITranscriptsApi transcripts,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        MeetingId? meetingId = null,
        string? hostEmail = null,
        string? siteUrl = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Meetings);
        ListLimits.CheckRange(from, to);
        return transcripts.AllAsync(ct => transcripts.ListPageAsync(max, from, to, meetingId, hostEmail, siteUrl, ct), cancellationToken);
    }
}
