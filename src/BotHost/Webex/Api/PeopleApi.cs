using System.Runtime.CompilerServices;

namespace BotHost.Webex;

internal static class PeopleApi
{
    /// <summary>Looks people up. Whoever is unknown or out of sight is missing from the list; that is no error.</summary>
    /// <param name="people">The resource.</param>
    /// <param name="email">The whole address.</param>
    /// <param name="displayName">The beginning of the name.</param>
    /// <param name="ids">Any number: Webex takes 85 a call, more make several calls. Presence is left out.</param>
    /// <param name="max">People a page, 100 unless told; at most 100 with <paramref name="callingData"/>, 50 with <paramref name="locationId"/>.</param>
    /// <param name="orgId">Only this organisation's; for administrators.</param>
    /// <param name="roles">Only who has these roles, by their ids; for administrators.</param>
    /// <param name="callingData">Also what concerns telephony; for administrators.</param>
    /// <param name="locationId">Only who works there; for administrators.</param>
    /// <param name="excludeStatus">Without presence, which makes Webex faster.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Person> ListAsync(
        this IPeopleApi people,
        string? email = null,
        string? displayName = null,
        IReadOnlyCollection<PersonId>? ids = null,
        int? max = null,
        OrganizationId? orgId = null,
        IReadOnlyCollection<string>? roles = null,
        bool? callingData = null,
        string? locationId = null,
        bool? excludeStatus = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, locationId is not null ? ListLimits.OfLocation : callingData == true ? ListLimits.CallingData : null);
        var wantedRoles = roles is null ? null : string.Join(',', roles);
        return ids is null ? List(null) : LookUpAsync(ids, List, cancellationToken);

        IAsyncEnumerable<Person> List(string? some) => people.AllAsync(
            ct => people.ListPageAsync(email, displayName, some, orgId, wantedRoles, callingData, locationId, max, excludeStatus, ct),
            cancellationToken);
    }

    /// <summary>Makes a person what the update says, all of it; for administrators.</summary>
    /// <param name="people">The resource.</param>
    /// <param name="personId">Who.</param>
    /// <param name="update">All there is to be about the person.</param>
    /// <param name="callingData">Whether the answer has what concerns telephony.</param>
    /// <param name="showAllTypes">Whether attendees of sites count as such: needed to take that away.</param>
    /// <param name="minResponse">Whether the answer may lack the details, which is faster.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The person as they are now; null where Webex does not say.</returns>
    public static async Task<Person?> UpdateAsync(
        this IPeopleApi people,
        PersonId personId,
        PersonUpdate update,
        bool? callingData = null,
        bool? showAllTypes = null,
        bool? minResponse = null,
        CancellationToken cancellationToken = default)
    {
        var answer = await people.PutAsync(personId, update, callingData, showAllTypes, minResponse, cancellationToken).ConfigureAwait(false);
        return await WireBody.ReadOrNothingAsync<Person>(answer, cancellationToken).ConfigureAwait(false);
    }

    // Nobody asked for is nobody found: without ids, Webex would list everybody or refuse.
    private static async IAsyncEnumerable<Person> LookUpAsync(
        IReadOnlyCollection<PersonId> ids, Func<string, IAsyncEnumerable<Person>> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Distinct().Chunk(ListLimits.PersonIds))
        {
            await foreach (var person in list(string.Join(',', some)).WithCancellation(cancellationToken))
                yield return person;
        }
    }
}
