using RestEase;

namespace BotHost.Webex;

/// <summary>What was said in meetings that are over, in writing.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface ITranscriptsApi : IPages<Transcript>
{
    /// <summary>The whole transcript, as text.</summary>
    [Get("meetingTranscripts/{transcriptId}/download")]
    Task<string> DownloadAsync(
        [Path] TranscriptId transcriptId, [Query] TranscriptFormat? format, [Query] string? hostEmail, CancellationToken cancellationToken);

    [Delete("meetingTranscripts/{transcriptId}")]
    Task DeleteAsync([Path] TranscriptId transcriptId, [Body] DeletionReason? reason, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="TranscriptsApi.ListAsync"/> gives them all.</summary>
    [Get("meetingTranscripts")]
    Task<Response<Page<Transcript>>> ListPageAsync(
        [Query] int? max,
        [Query] DateTimeOffset? from,
        [Query] DateTimeOffset? to,
        [Query] MeetingId? meetingId,
        [Query] string? hostEmail,
        [Query] string? siteUrl,
        CancellationToken cancellationToken);
}
