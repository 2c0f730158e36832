using System.Text.Json;

namespace BotHost.Webex;

/// <summary>Something that stands in a message beside its text: so far, a card.</summary>
internal sealed record Attachment
{
    /// <summary>The content type of an Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }

    /// <summary>The card itself. Webex replaces the addresses of its images when it is read back.</summary>
    public JsonElement Content { get; init; }

    /// <summary>A card, ready to be posted.</summary>
    public static Attachment Card(JsonElement card) => new() { ContentType = AdaptiveCard, Content = card };

    /// <summary>The type alone: what a card says stays out of logs.</summary>
    public override string ToString() => $"Attachment {ContentType}";
}
