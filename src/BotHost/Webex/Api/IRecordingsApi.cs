using RestEase;

namespace BotHost.Webex;

/// <summary>Recordings of meetings the caller hosted, or that are shared with the caller.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IRecordingsApi : IPages<Recording>
{
    /// <summary>One, with links to fetch it.</summary>
    [Get("recordings/{recordingId}")]
    Task<Recording> GetAsync(
        [Path] RecordingId recordingId,
        [Query] string? hostEmail,
        [Header("timezone")] string? timezone,
        [Header("siteUrl")] string? siteUrl,
        CancellationToken cancellationToken);

    [Delete("recordings/{recordingId}")]
    Task DeleteAsync([Path] RecordingId recordingId, [Query] string? hostEmail, [Body] DeletionReason? reason, CancellationToken cancellationToken);

    [Post("recordings/{recordingId}/accessList")]
    Task ShareAsync([Path] RecordingId recordingId, [Body] RecordingSharing sharing, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="RecordingsApi.ListAsync"/> gives them all.</summary>
    [Get("recordings")]
    Task<Response<Page<Recording>>> ListPageAsync(
        [Query] int? max,
        [Query] DateTimeOffset? from,
        [Query] DateTimeOffset? to,
        [Query] MeetingId? meetingId,
        [Query] string? hostEmail,
        [Query] string? siteUrl,
        [Query] string? integrationTag,
        [Query] string? topic,
        [Query] RecordingFormat? format,
        [Query] string? serviceType,
        [Query] RecordingStatus? status,
        [Header("timezone")] string? timezone,
        CancellationToken cancellationToken);
}
