using Refit;

namespace BotHost.Webex;

/// <summary>An organisation's licences; for administrators.</summary>
internal interface ILicensesApi : IPages<License>
{
    [Get("licenses/{licenseId}")]
    Task<License> GetAsync(LicenseId licenseId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="AdministrationApis.ListAsync(ILicensesApi, OrganizationId?, CancellationToken)"/> gives them all.</summary>
    [Get("licenses")]
    Task<Page<License>> ListPageAsync([Query] OrganizationId? orgId, CancellationToken cancellationToken);
}

/// <summary>The roles of an organisation's administration; for administrators.</summary>
internal interface IRolesApi : IPages<Role>
{
    [Get("roles/{roleId}")]
    Task<Role> GetAsync(RoleId roleId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="AdministrationApis.ListAsync(IRolesApi, CancellationToken)"/> gives them all.</summary>
    [Get("roles")]
    Task<Page<Role>> ListPageAsync(CancellationToken cancellationToken);
}

/// <summary>Organisations the caller administers, or belongs to.</summary>
internal interface IOrganizationsApi : IPages<Organization>
{
    [Get("organizations/{orgId}")]
    Task<Organization> GetAsync(OrganizationId orgId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="AdministrationApis.ListAsync(IOrganizationsApi, CancellationToken)"/> gives them all.</summary>
    [Get("organizations")]
    Task<Page<Organization>> ListPageAsync(CancellationToken cancellationToken);
}
