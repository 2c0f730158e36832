using RestEase;

namespace BotHost.Webex;

/// <summary>What happened in an organisation, texts included; for its compliance officers. Anybody else is refused (403).</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IEventsApi : IPages<OrganizationEvent>
{
    [Get("events/{eventId}")]
    Task<OrganizationEvent> GetAsync([Path] OrganizationEventId eventId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="EventsApi.ListAsync"/> gives them all.</summary>
    [Get("events")]
    Task<Response<Page<OrganizationEvent>>> ListPageAsync(
        [Query] string? resource,
        [Query] string? type,
        [Query] PersonId? actorId,
        [Query] DateTimeOffset? from,
        [Query] DateTimeOffset? to,
        [Query] int? max,
        [Query] string? serviceType,
        CancellationToken cancellationToken);
}
