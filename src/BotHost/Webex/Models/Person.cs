namespace BotHost.Webex;

/// <summary>A person, a bot or an app user, as far as the caller may see it.</summary>
internal sealed record Person : WebexItem
{
    public required PersonId Id { get; init; }

    public IReadOnlyList<string> Emails { get => field ?? []; init; }

    public string? DisplayName { get; init; }

    public string? NickName { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary>Address of the picture.</summary>
    public string? Avatar { get; init; }

    public OrganizationId? OrgId { get; init; }

    /// <summary>IANA name of the person's time zone; absent for bots.</summary>
    public string? Timezone { get; init; }

    /// <summary>Presence, such as <c>active</c> or <c>OutOfOffice</c>; only within the caller's organisation, never in a look-up by ids.</summary>
    public string? Status { get; init; }

    public PersonType Type { get; init; }

    public IReadOnlyList<PhoneNumber> PhoneNumbers { get => field ?? []; init; }

    /// <summary>This and what follows down to the dates: only what the organisation's administrators may see.</summary>
    public string? Extension { get; init; }

    public string? LocationId { get; init; }

    public IReadOnlyList<string> Roles { get => field ?? []; init; }

    public IReadOnlyList<string> Licenses { get => field ?? []; init; }

    public string? Department { get; init; }

    public string? Manager { get; init; }

    public PersonId? ManagerId { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<PostalAddress> Addresses { get => field ?? []; init; }

    public IReadOnlyList<string> SiteUrls { get => field ?? []; init; }

    public IReadOnlyList<SipAddress> SipAddresses { get => field ?? []; init; }

    public string? XmppFederationJid { get; init; }

    public bool? InvitePending { get; init; }

    public bool? LoginEnabled { get; init; }

    public DateTimeOffset? LastActivity { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Person {Id}";
}
