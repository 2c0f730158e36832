namespace WebexSimulator.Model;

/// <summary>A person, a bot or the account of a service app.</summary>
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
    public DateTimeOffset? Modified { get; init; }

    /// <summary>What an administrator wrote about him, beside his names.</summary>
    public PersonProfile Profile { get; init; } = PersonProfile.Nothing;
    public bool IsBot { get; init; }

    /// <summary>A service app acts as it.</summary>
    public bool IsMachine { get; init; }

    /// <summary>The application that vouches for him, where he is a guest.</summary>
    public string? GuestOf { get; init; }

    /// <summary>He is gone, and only what he said is left.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Invited by address, and not there yet.</summary>
    public bool IsPending { get; init; }
    public bool IsAdministrator { get; init; }
    public bool IsComplianceOfficer { get; init; }

    /// <summary>What a compliance officer's token lets him do in rooms he is not in, by its scopes; nothing where nobody calls.</summary>
    public IReadOnlyList<string> Oversight { get; init; } = [];

    /// <summary>Roles of his that change nothing here, by their keys.</summary>
    public IReadOnlyList<string> OtherRoles { get; init; } = [];

    /// <summary>None for a pending person.</summary>
    public string? Token { get; init; }

    public string Id => WebexId.Person(Key);

    public string OrganisationId => WebexId.Organisation(OrganisationKey);

    public string Type => IsBot ? "bot" : IsMachine ? "appuser" : "person";

    /// <summary>Whether he could be asked for a password.</summary>
    public bool CanLogIn => !IsBot && Token is not null && Profile.LoginEnabled;
}
