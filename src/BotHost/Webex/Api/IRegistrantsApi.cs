using RestEase;

namespace BotHost.Webex;

/// <summary>
/// Who registered for a meeting, for its host and co-hosts. Only a series has registrants, and only one that was scheduled with a registration:
/// any other is a 400.
/// </summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IRegistrantsApi : IPages<Registrant>
{
    [Get("meetings/{meetingId}/registrants/{registrantId}")]
    Task<Registrant> GetAsync(
        [Path] MeetingId meetingId, [Path] RegistrantId registrantId, [Query] bool? current, [Query] string? hostEmail, CancellationToken cancellationToken);

    [Post("meetings/{meetingId}/registrants")]
    Task<Registrant> CreateAsync(
        [Path] MeetingId meetingId, [Query] bool? current, [Query] string? hostEmail, [Body] NewRegistrant registrant, CancellationToken cancellationToken);

    [Delete("meetings/{meetingId}/registrants/{registrantId}")]
    Task DeleteAsync(
        [Path] MeetingId meetingId, [Path] RegistrantId registrantId, [Query] bool? current, [Query] string? hostEmail, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="RegistrantsApi.ListAsync"/> gives them all.</summary>
    [Get("meetings/{meetingId}/registrants")]
    Task<Response<Page<Registrant>>> ListPageAsync(
        [Path] MeetingId meetingId,
        [Query] int? max,
        [Query] string? hostEmail,
        [Query] bool? current,
        [Query] string? email,
        [Query] DateTimeOffset? registrationTimeFrom,
        [Query] DateTimeOffset? registrationTimeTo,
        CancellationToken cancellationToken);
}
