namespace BotHost.Webex;

internal static class EventsApi
{
    private const string Calls = "convergedRecordings";

    /// <summary>Lists what happened.</summary>
    /// <param name="events">The resource.</param>
    /// <param name="resource">Such as <c>messages</c>, <c>memberships</c> or <c>meetings</c>; of recorded calls, <c>convergedRecordings</c>.</param>
    /// <param name="type"><c>created</c>, <c>updated</c>, <c>deleted</c> or <c>ended</c>.</param>
    /// <param name="actorId">Only what this person did.</param>
    /// <param name="from">Only what happened after.</param>
    /// <param name="to">Only what happened before; not in the future. Now, unless told.</param>
    /// <param name="max">Events a page, 1 to 1,000; 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<OrganizationEvent> ListAsync(
        this IEventsApi events,
        string? resource = null,
        string? type = null,
        PersonId? actorId = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.Events);
        ListLimits.CheckRange(from, to);
        // Webex wants this word with that resource, and with no other.
        var serviceType = resource == Calls ? "calling" : null;
        return events.AllAsync(ct => events.ListPageAsync(resource, type, actorId, from, to, max, serviceType, ct), cancellationToken);
    }
}
