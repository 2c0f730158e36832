namespace BotHost.Webex;

internal static class SummariesApi
{
    /// <summary>Lists the summaries of a meeting that took place: not of a series. Webex documents no pages of them; should it send a next one, it is read too.</summary>
    public static IAsyncEnumerable<MeetingSummary> ListAsync(
        this ISummariesApi summaries, MeetingId meetingId, CancellationToken cancellationToken = default) =>
        summaries.AllAsync(ct => summaries.ListPageAsync(meetingId, ct), cancellationToken);
}
