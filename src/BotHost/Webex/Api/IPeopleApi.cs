using Refit;

namespace BotHost.Webex;

/// <summary>People. A bot sees those it looks up by id anywhere, and by e-mail in its own organisation.</summary>
internal interface IPeopleApi : IPages<Person>
{
    /// <summary>The account the token belongs to.</summary>
    [Get("people/me")]
    Task<Person> GetMeAsync(CancellationToken cancellationToken);

    /// <inheritdoc cref="GetMeAsync(CancellationToken)"/>
    [Get("people/me")]
    Task<Person> GetMeAsync([Query] bool? callingData, CancellationToken cancellationToken);

    [Get("people/{personId}")]
    Task<Person> GetAsync(PersonId personId, CancellationToken cancellationToken);

    /// <summary>With <paramref name="callingData"/>, for administrators, also what concerns telephony.</summary>
    [Get("people/{personId}")]
    Task<Person> GetAsync(PersonId personId, [Query] bool? callingData, CancellationToken cancellationToken);

    /// <summary>Creates an account; for administrators.</summary>
    /// <param name="person">The account.</param>
    /// <param name="callingData">Whether the answer has what concerns telephony.</param>
    /// <param name="minResponse">Whether the answer is the id alone, which is faster.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Post("people")]
    Task<Person> CreateAsync([Body] NewPerson person, [Query] bool? callingData, [Query] bool? minResponse, CancellationToken cancellationToken);

    /// <summary>The answer as it comes, which may be nothing. <see cref="PeopleApi.UpdateAsync"/> reads it.</summary>
    [Put("people/{personId}")]
    Task<HttpResponseMessage> PutAsync(
        PersonId personId,
        [Body] PersonUpdate update,
        [Query] bool? callingData,
        [Query] bool? showAllTypes,
        [Query] bool? minResponse,
        CancellationToken cancellationToken);

    /// <summary>Takes the account away, for good; for administrators.</summary>
    [Delete("people/{personId}")]
    Task DeleteAsync(PersonId personId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="PeopleApi.ListAsync"/> gives them all.</summary>
    [Get("people")]
    Task<Page<Person>> ListPageAsync(
        [Query] string? email,
        [Query] string? displayName,
        [Query(Name = "id")] string? ids,
        [Query] OrganizationId? orgId,
        [Query] string? roles,
        [Query] bool? callingData,
        [Query] string? locationId,
        [Query] int? max,
        [Query] bool? excludeStatus,
        CancellationToken cancellationToken);
}
