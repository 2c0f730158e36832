namespace BotHost.Webex;

/// <summary>Lists of which Webex documents no pages; should it send a next one, it is read too.</summary>
internal static class AdministrationApis
{
    /// <summary>Lists licences, of the caller's organisation unless told.</summary>
    public static IAsyncEnumerable<License> ListAsync(
        this ILicensesApi licenses, OrganizationId? orgId = null, CancellationToken cancellationToken = default) =>
        licenses.AllAsync(ct => licenses.ListPageAsync(orgId, ct), cancellationToken);

    public static IAsyncEnumerable<Role> ListAsync(this IRolesApi roles, CancellationToken cancellationToken = default) =>
        roles.AllAsync(roles.ListPageAsync, cancellationToken);

    public static IAsyncEnumerable<Organization> ListAsync(this IOrganizationsApi organizations, CancellationToken cancellationToken = default) =>
        organizations.AllAsync(organizations.ListPageAsync, cancellationToken);
}
