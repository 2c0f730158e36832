namespace BotHost.Webex;

/// <summary>What a webhook is to become. Resource, event and filter are fixed for good.</summary>
internal sealed record WebhookUpdate
{
    public required string Name { get; init; }

    public required string TargetUrl { get; init; }

    public string? Secret { get; init; }

    public string? OwnedBy { get; init; }

    /// <summary><c>active</c> switches it on again; nothing switches it off.</summary>
    public string? Status { get; init; }

    /// <summary>The name alone: the secret stays out of logs.</summary>
    public override string ToString() => $"Update of webhook {Name}";
}
