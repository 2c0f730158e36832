using RestEase;

namespace BotHost.Webex;

/// <summary>An organisation's licences; for administrators.</summary>
[SerializationMethods(Query = QuerySerializationMethod.Serialized)]
internal interface ILicensesApi : IPages<License>
{
    [Get("licenses/{licenseId}")]
    Task<License> GetAsync([Path] LicenseId licenseId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="AdministrationApis.ListAsync(ILicensesApi, OrganizationId?, CancellationToken)"/> gives them all.</summary>
    [Get("licenses")]
    Task<Response<Page<License>>> ListPageAsync([Query] OrganizationId? orgId, CancellationToken cancellationToken);
}

/// <summary>The roles of an organisation's administration; for administrators.</summary>
internal interface IRolesApi : IPages<Role>
{
    [Get("roles/{roleId}")]
    Task<Role> GetAsync([Path] RoleId roleId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="AdministrationApis.ListAsync(IRolesApi, CancellationToken)"/> gives them all.</summary>
    [Get("roles")]
    Task<Response<Page<Role>>> ListPageAsync(CancellationToken cancellationToken);
}

/// <summary>Organisations the caller administers, or belongs to.</summary>
internal interface IOrganizationsApi : IPages<Organization>
{
    [Get("organizations/{orgId}")]
    Task<Organization> GetAsync([Path] OrganizationId orgId, CancellationToken cancellationToken);

    /// <summary>One page; <see cref="AdministrationApis.ListAsync(IOrganizationsApi, CancellationToken)"/> gives them all.</summary>
    [Get("organizations")]
    Task<Response<Page<Organization>>> ListPageAsync(CancellationToken cancellationToken);
}
