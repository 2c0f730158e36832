using Refit;

namespace BotHost.Webex;

/// <summary>Summaries of meetings that are over, as far as the caller may see them.</summary>
internal interface ISummariesApi : IPages<MeetingSummary>
{
    [Delete("meetingSummaries/{summaryId}")]
    Task DeleteAsync(SummaryId summaryId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="SummariesApi.ListAsync"/> gives them all.</summary>
    [Get("meetingSummaries")]
    Task<Page<MeetingSummary>> ListPageAsync([Query] MeetingId meetingId, CancellationToken cancellationToken);
}
