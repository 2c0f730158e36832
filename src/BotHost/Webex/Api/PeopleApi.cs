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
