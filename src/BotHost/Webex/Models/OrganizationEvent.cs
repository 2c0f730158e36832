namespace BotHost.Webex;

/// <summary>Something that happened in an organisation, as its compliance officers are told of it.</summary>
internal sealed record OrganizationEvent : WebexItem
{
    public required OrganizationEventId Id { get; init; }

    /// <summary>Such as <c>messages</c>, <c>memberships</c> or <c>meetings</c>.</summary>
    public required string Resource { get; init; }

    /// <summary><c>created</c>, <c>updated</c>, <c>deleted</c> or <c>ended</c>.</summary>
    public required string Type { get; init; }

    public string? AppId { get; init; }

    /// <summary>Who did it.</summary>
    public PersonId? ActorId { get; init; }

    public OrganizationId? OrgId { get; init; }

    public DateTimeOffset? Created { get; init; }

    public OrganizationEventData Data { get => field ?? new(); init; }

    /// <summary>The id alone: what was said stays out of logs.</summary>
    public override string ToString() => $"Event {Id}";
}
