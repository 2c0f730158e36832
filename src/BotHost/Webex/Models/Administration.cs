namespace BotHost.Webex;

/// <summary>A licence an organisation has, and how much of it is used.</summary>
internal sealed record License : WebexItem
{
    public required LicenseId Id { get; init; }

    public string? Name { get; init; }

    public int? TotalUnits { get; init; }

    public int? ConsumedUnits { get; init; }

    public int? ConsumedByUsers { get; init; }

    public int? ConsumedByWorkspaces { get; init; }

    public string? SubscriptionId { get; init; }

    public string? SiteUrl { get; init; }

    public string? SiteType { get; init; }
}

/// <summary>A role of an organisation's administration.</summary>
internal sealed record Role : WebexItem
{
    public required RoleId Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>An organisation.</summary>
internal sealed record Organization : WebexItem
{
    public required OrganizationId Id { get; init; }

    public string? DisplayName { get; init; }

    public DateTimeOffset? Created { get; init; }
}
