using System.Text.Json;

namespace BotHost.Webex;

/// <summary>A press of a card's submit button, made by a program.</summary>
internal sealed record NewAttachmentAction
{
    public string Type { get; init; } = "submit";

    /// <summary>The message that holds the card.</summary>
    public required MessageId MessageId { get; init; }

    public required JsonElement Inputs { get; init; }

    /// <summary>The message alone: what is entered stays out of logs.</summary>
    public override string ToString() => $"New attachment action on message {MessageId}";
}
