using RestEase;

namespace BotHost.Webex;

/// <summary>Summaries of meetings that are over, as far as the caller may see them.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface ISummariesApi : IPages<MeetingSummary>
{
    [Delete("meetingSummaries/{summaryId}")]
    Task DeleteAsync([Path] SummaryId summaryId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="SummariesApi.ListAsync"/> gives them all.</summary>
    [Get("meetingSummaries")]
    Task<Response<Page<MeetingSummary>>> ListPageAsync([Query] MeetingId meetingId, CancellationToken cancellationToken);
}
