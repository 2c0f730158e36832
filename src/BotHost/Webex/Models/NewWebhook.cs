namespace BotHost.Webex;

/// <summary>A registration to make. Webex does not refuse a second one of the same kind: look before you create.</summary>
internal sealed record NewWebhook
{
    public required string Name { get; init; }

    public required string TargetUrl { get; init; }

    /// <summary>Such as <c>messages</c> or <c>attachmentActions</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Such as <c>created</c>.</summary>
    public required string Event { get; init; }

    public string? Filter { get; init; }

    /// <summary>Signs every delivery (HMAC-SHA1 in <c>X-Spark-Signature</c>).</summary>
    public string? Secret { get; init; }

    /// <summary><c>creator</c> (Webex's default) or <c>org</c>.</summary>
    public string? OwnedBy { get; init; }

    /// <summary>The name alone: the secret stays out of logs.</summary>
    public override string ToString() => $"New webhook {Name}";
}
