using WebexSimulator.Model;

namespace WebexSimulator.Webhooks;

/// <summary>A registration, as it was made.</summary>
internal sealed record Webhook
{
    public required Guid Key { get; init; }
    public required Person Owner { get; init; }
    public required string AppId { get; init; }

    /// <summary>Where its owner found the API when he last wrote it: the addresses of files begin with it.</summary>
    public required string ApiUrl { get; init; }
    public required string Name { get; init; }
    public required Uri TargetUrl { get; init; }
    public required string Resource { get; init; }
    public required string Event { get; init; }
    public required WebhookFilter Filter { get; init; }
    public string? Secret { get; init; }

    /// <summary>It hears of everything in its owner's organisation, not only of what he hears himself.</summary>
    public bool IsOfOrganisation { get; init; }
    public required DateTimeOffset Created { get; init; }

    public string OwnedBy => IsOfOrganisation ? "org" : "creator";

    public string Id => WebexId.Webhook(Key);

    /// <summary>The firehose covers messages, memberships and rooms, and never anything but created, updated and deleted.</summary>
    public bool Wants(WorldEvent happened) =>
        (Resource == happened.Resource || (Resource == "all" && happened.Resource is "messages" or "memberships" or "rooms"))
        && (Event == happened.Event || (Event == "all" && happened.Event is "created" or "updated" or "deleted"))
        && (happened.OnlyAppId is null || happened.OnlyAppId == AppId)
        && Filter.Matches(happened);
}
