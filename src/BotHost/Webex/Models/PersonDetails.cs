namespace BotHost.Webex;

/// <summary>What administrators say about a person.</summary>
internal abstract record PersonDetails
{
    public IReadOnlyList<WorkNumber>? PhoneNumbers { get; init; }

    public string? Extension { get; init; }

    public string? LocationId { get; init; }

    public string? DisplayName { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Avatar { get; init; }

    public OrganizationId? OrgId { get; init; }

    /// <summary>By their ids.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>By their ids. Webex assigns those it can and says nothing of the others.</summary>
    public IReadOnlyList<string>? Licenses { get; init; }

    public string? Department { get; init; }

    public string? Manager { get; init; }

    public PersonId? ManagerId { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<PostalAddress>? Addresses { get; init; }

    /// <summary>With <c>#attendee</c> behind a site, its attendee.</summary>
    public IReadOnlyList<string>? SiteUrls { get; init; }
}

/// <summary>A telephone number at work: the only sort Webex takes.</summary>
internal sealed record WorkNumber(string Value)
{
    public string Type { get; } = "work";
}
