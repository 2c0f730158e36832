using RestEase;

namespace BotHost.Webex;

/// <summary>People. A bot sees those it looks up by id anywhere, and by e-mail in its own organisation.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface IPeopleApi : IPages<Person>
{
    /// <summary>The account the token belongs to.</summary>
    [Get("people/me")]
    Task<Person> GetMeAsync(CancellationToken cancellationToken);

    [Get("people/{personId}")]
    Task<Person> GetAsync([Path] PersonId personId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="PeopleApi.ListAsync"/> gives them all.</summary>
    [Get("people")]
    Task<Response<Page<Person>>> ListPageAsync(
        [Query] string? email,
        [Query] string? displayName,
        [Query("id")] string? ids,
        [Query] int? max,
        CancellationToken cancellationToken);
}
