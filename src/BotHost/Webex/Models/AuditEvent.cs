namespace BotHost.Webex;

/// <summary>Something an administrator did, or that was done to an organisation's settings.</summary>
internal sealed record AuditEvent : WebexItem
{
    public required AuditEventId Id { get; init; }

    /// <summary>Who did it, as this list spells ids.</summary>
    public PersonId? ActorId { get; init; }

    public OrganizationId? ActorOrgId { get; init; }

    public DateTimeOffset? Created { get; init; }

    public AuditEventData? Data { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Audit event {Id}";
}

/// <summary>What was done.</summary>
internal sealed record AuditEventData
{
    public string? EventDescription { get; init; }

    /// <summary>The same with names.</summary>
    public string? ActionText { get; init; }

    /// <summary>Such as <c>EventCategory.LOGINS</c>.</summary>
    public string? EventCategory { get; init; }

    public string? ActorName { get; init; }

    public string? ActorEmail { get; init; }

    public string? ActorOrgName { get; init; }

    public string? ActorIp { get; init; }

    public string? ActorUserAgent { get; init; }

    public IReadOnlyList<string> AdminRoles { get => field ?? []; init; }

    /// <summary>Such as <c>TargetResourceType.ORG</c>.</summary>
    public string? TargetType { get; init; }

    public string? TargetId { get; init; }

    public string? TargetName { get; init; }

    public OrganizationId? TargetOrgId { get; init; }

    public string? TargetOrgName { get; init; }

    public string? TrackingId { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>The kind alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Data of {EventCategory}";
}
