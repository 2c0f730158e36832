
namespace BotHost.Webex;

internal static class MeetingsApi
{
    /// <summary>Lists meetings; without a filter, the series with a meeting in the next seven days.</summary>
    public static IAsyncEnumerable<Meeting> ListAsync(
        this IMeetingsApi meetings, MeetingFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var wanted = filter ?? new MeetingFilter();
        wanted.Check();
        return meetings.AllAsync(ct => meetings.ListPageAsync(
            wanted.MeetingNumber, wanted.WebLink, wanted.RoomId, wanted.MeetingSeriesId, wanted.Max, wanted.From, wanted.To, wanted.MeetingType, wanted.State,
            wanted.ScheduledType, wanted.IsModified, wanted.HasChat, wanted.HasRecording, wanted.HasTranscription, wanted.HasSummary, wanted.HasClosedCaption,
            wanted.HasPolls, wanted.HasQA, wanted.HasSlido, wanted.Current, wanted.HostEmail, wanted.SiteUrl, wanted.IntegrationTag, wanted.Password,
            wanted.Timezone, ct), cancellationToken);
    }

    /// <summary>Lists the meetings of that number or address, whoever's of the organisation, without what is confidential; for administrators.</summary>
    /// <param name="meetings">The resource.</param>
    /// <param name="meetingNumber">This or the address.</param>
    /// <param name="webLink">This or the number.</param>
    /// <param name="current">False gives a series as such.</param>
    /// <param name="timezone">IANA name of the time zone in which to give times; UTC unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Meeting> ListAsAdminAsync(
        this IMeetingsApi meetings,
        string? meetingNumber = null,
        string? webLink = null,
        bool? current = null,
        string? timezone = null,
        CancellationToken cancellationToken = default)
    {
        if (meetingNumber is null == webLink is null)
            throw new ArgumentException("Meetings are looked up in one way. Give either meetingNumber or webLink.");
        return meetings.AllAsync(ct => meetings.ListAsAdminPageAsync(meetingNumber, webLink, current, timezone, ct), cancellationToken);
    }

    public static Task<Meeting> GetAsync(this IMeetingsApi meetings, MeetingId meetingId, CancellationToken cancellationToken = default) =>
        meetings.GetAsync(meetingId, null, null, null, null, cancellationToken);

    public static Task DeleteAsync(this IMeetingsApi meetings, MeetingId meetingId, CancellationToken cancellationToken = default) =>
        meetings.DeleteAsync(meetingId, null, null, cancellationToken);

    /// <summary>Gives series another host; for administrators.</summary>
    /// <param name="meetings">The resource.</param>
    /// <param name="change">Who, and which series.</param>
    /// <param name="siteUrl">Their site, where it is not the administrator's preferred one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of each where not all have the new host; nothing where all have.</returns>
    public static async Task<IReadOnlyList<HostChangeResult>> ReassignHostAsync(
        this IMeetingsApi meetings, HostChange change, string? siteUrl = null, CancellationToken cancellationToken = default)
    {
        var answer = await meetings.PostReassignHostAsync(change, siteUrl, cancellationToken).ConfigureAwait(false);
        return (await WireBody.ReadOrNothingAsync<Results<HostChangeResult>>(answer, cancellationToken).ConfigureAwait(false))?.Items ?? [];
    }
}
