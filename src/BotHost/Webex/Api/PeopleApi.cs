namespace BotHost.Webex;

internal static class PeopleApi
{
    /// <summary>Looks people up. Whoever is unknown or out of sight is missing from the list; that is no error.</summary>
    /// <param name="people">The resource.</param>
    /// <param name="email">The whole address.</param>
    /// <param name="displayName">The beginning of the name.</param>
    /// <param name="ids">At most 85; their presence is left out.</param>
    /// <param name="max">People a page, 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<Person> ListAsync(
        this IPeopleApi people,
        string? email = null,
        string? displayName = null,
        IReadOnlyCollection<PersonId>? ids = null,
        int? max = null,
        CancellationToken cancellationToken = default) =>
        people.AllAsync(
            ct => people.ListPageAsync(email, displayName, ids is null ? null : string.Join(',', ids), max, ct),
            cancellationToken);
}
