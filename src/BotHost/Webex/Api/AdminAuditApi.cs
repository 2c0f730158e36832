namespace BotHost.Webex;

internal static class AdminAuditApi
{
    private static readonly TimeSpan LongestRange = TimeSpan.FromDays(366);

    /// <summary>Lists what was done in an organisation.</summary>
    /// <param name="audit">The resource.</param>
    /// <param name="orgId">The organisation.</param>
    /// <param name="from">Only what was done after.</param>
    /// <param name="to">Only what was done before; at most a year later.</param>
    /// <param name="actorId">Only what this person did.</param>
    /// <param name="categories">Only of these categories, such as <c>LOGINS</c>.</param>
    /// <param name="max">Events a page, 1 to 200; 100 unless told.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static IAsyncEnumerable<AuditEvent> ListAsync(
        this IAdminAuditApi audit,
        OrganizationId orgId,
        DateTimeOffset from,
        DateTimeOffset to,
        PersonId? actorId = null,
        IReadOnlyCollection<string>? categories = null,
        int? max = null,
        CancellationToken cancellationToken = default)
    {
        ListLimits.Check(max, ListLimits.AuditEvents);
        ListLimits.CheckRange(from, to);
        if (to - from > LongestRange)
            throw new ArgumentException("What administrators did is listed of one year. Set from and to closer together, and list in parts.");
        return audit.AllAsync(ct => audit.ListPageAsync(orgId, from, to, actorId, max, null, categories, ct), cancellationToken);
    }
}
