namespace BotHost.Webex;

/// <summary>A registration: which events of which resource Webex sends where.</summary>
internal sealed record Webhook : WebexItem
{
    public required WebhookId Id { get; init; }

    public string? Name { get; init; }

    public string? TargetUrl { get; init; }

    /// <summary>Such as <c>messages</c>, <c>attachmentActions</c> or <c>all</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>Such as <c>created</c> or <c>all</c>.</summary>
    public string? Event { get; init; }

    /// <summary>Such as <c>roomId=…&amp;personEmail=…</c>; fixed when it was created.</summary>
    public string? Filter { get; init; }

    /// <summary>In clear, as Webex returns it; null when none was set.</summary>
    public string? Secret { get; init; }

    /// <summary><c>active</c>, or <c>inactive</c> after Webex switched it off.</summary>
    public string? Status { get; init; }

    /// <summary><c>creator</c> or <c>org</c>.</summary>
    public string? OwnedBy { get; init; }

    /// <summary>Real, though the specification does not name it.</summary>
    public PersonId? CreatedBy { get; init; }

    public OrganizationId? OrgId { get; init; }

    public string? AppId { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>The id alone: the secret stays out of logs.</summary>
    public override string ToString() => $"Webhook {Id}";
}
