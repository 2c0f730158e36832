using RestEase;

namespace BotHost.Webex;

/// <summary>What administrators did; for administrators.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IAdminAuditApi : IPages<AuditEvent>
{
    /// <summary>One page; <see cref="AdminAuditApi.ListAsync"/> gives them all.</summary>
    [Get("adminAudit/events")]
    Task<Response<Page<AuditEvent>>> ListPageAsync(
        [Query] OrganizationId orgId,
        [Query] DateTimeOffset from,
        [Query] DateTimeOffset to,
        [Query] PersonId? actorId,
        [Query] int? max,
        [Query] int? offset,
        [Query] IEnumerable<string>? eventCategories,
        CancellationToken cancellationToken);
}
