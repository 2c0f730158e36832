namespace WebexSimulator.Model;

/// <summary>A person or a bot.</summary>
internal sealed record Person
{
    public required Guid Key { get; init; }

    /// <summary>A UUID, or <see cref="WebexId.ConsumerOrganisation"/>.</summary>
    public required string OrganisationKey { get; init; }
    public required string Email { get; init; }
    public required string DisplayName { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public required DateTimeOffset Created { get; init; }
    public bool IsBot { get; init; }

    /// <summary>Invited by address, and not there yet.</summary>
    public bool IsPending { get; init; }
    public bool IsAdministrator { get; init; }
    public bool IsComplianceOfficer { get; init; }

    /// <summary>None for a pending person.</summary>
    public string? Token { get; init; }

    public string Id => WebexId.Person(Key);

    public string OrganisationId => WebexId.Organisation(OrganisationKey);
}
