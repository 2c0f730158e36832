using RestEase;

namespace BotHost.Webex;

/// <summary>Who takes or took part in meetings the caller hosts.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IParticipantsApi : IPages<Participant>
{
    [Get("meetingParticipants/{participantId}")]
    Task<Participant> GetAsync([Path] ParticipantId participantId, [Query] string? hostEmail, CancellationToken cancellationToken);

    /// <summary>Mutes somebody, lets them in or sends them out.</summary>
    [Put("meetingParticipants/{participantId}")]
    Task<Participant> UpdateAsync([Path] ParticipantId participantId, [Body] ParticipantUpdate update, CancellationToken cancellationToken);

    [Post("meetingParticipants/admit")]
    Task AdmitAsync([Body] Admission admission, CancellationToken cancellationToken);

    [Post("meetingParticipants/callout")]
    Task<Callout> CallOutAsync([Body] NewCallout callout, CancellationToken cancellationToken);

    [Post("meetingParticipants/cancelCallout")]
    Task CancelCalloutAsync([Body] CalloutCancellation cancellation, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="ParticipantsApi.QueryAsync"/> gives them all.</summary>
    [Post("meetingParticipants/query")]
    Task<Response<Page<Participant>>> QueryPageAsync(
        [Query] MeetingId meetingId,
        [Query] DateTimeOffset? meetingStartTimeFrom,
        [Query] DateTimeOffset? meetingStartTimeTo,
        [Query] string? hostEmail,
        [Body] ParticipantQuery query,
        [Header("timezone")] string? timezone,
        CancellationToken cancellationToken);

    /// <summary>One page; <see cref="ParticipantsApi.ListAsync"/> gives them all.</summary>
    [Get("meetingParticipants")]
    Task<Response<Page<Participant>>> ListPageAsync(
        [Query] int? max,
        [Query] MeetingId meetingId,
        [Query] string? breakoutSessionId,
        [Query] DateTimeOffset? meetingStartTimeFrom,
        [Query] DateTimeOffset? meetingStartTimeTo,
        [Query] string? hostEmail,
        [Query] DateTimeOffset? joinTimeFrom,
        [Query] DateTimeOffset? joinTimeTo,
        [Header("timezone")] string? timezone,
        CancellationToken cancellationToken);
}
