using System.Text.Json;

namespace BotHost.Webex;

/// <summary>One press of a card's submit button.</summary>
internal sealed record AttachmentAction
{
    private static readonly JsonElement NoInputs = JsonElement.Parse("{}");

    public required AttachmentActionId Id { get; init; }

    /// <summary>The message whose card was used.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>Who pressed.</summary>
    public PersonId? PersonId { get; init; }

    public RoomId? RoomId { get; init; }

    /// <summary>Only <c>submit</c> so far.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// The card's inputs and the button's data on one level: always an object, without members when Webex sent none.
    /// Numbers arrive as numbers or as strings, several choices as one comma-separated string.
    /// </summary>
    public JsonElement Inputs { get => field.ValueKind == JsonValueKind.Object ? field : NoInputs; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>The id alone: what was entered stays out of logs.</summary>
    public override string ToString() => $"Attachment action {Id}";
}
