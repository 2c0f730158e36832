namespace BotHost.Webex;

/// <summary>
/// The new content of a message of one's own. Webex allows ten edits a message, and none of a message with files or a card.
/// </summary>
internal sealed record MessageEdit : ICheckedRequest
{
    /// <summary>The room the message is in.</summary>
    public required RoomId RoomId { get; init; }

    public string? Text { get; init; }

    public string? Markdown { get; init; }

    public void Check()
    {
        if (string.IsNullOrEmpty(Text) && string.IsNullOrEmpty(Markdown))
            throw new ArgumentException("An edit without content. Set Text or Markdown, or delete the message instead.");

        MessageLimits.CheckText(Text, nameof(Text));
        MessageLimits.CheckText(Markdown, nameof(Markdown));
    }

    /// <summary>The room alone: what is said stays out of logs.</summary>
    public override string ToString() => $"Edit in room {RoomId}";
}
