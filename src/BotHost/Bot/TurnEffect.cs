namespace BotHost.Bot;

/// <summary>A reply that was sent, for <see cref="BotContext.Edit"/>.</summary>
public readonly record struct SentReply
{
    internal SentReply(int index) => Index = index;

    internal int Index { get; }
}

/// <summary>Something a turn says.</summary>
/// <param name="Reply">What.</param>
/// <param name="Edits">Which of the turn's effects it replaces; null for a reply of its own.</param>
/// <param name="Room">The room it is announced in, where nobody waits for it; null for what answers the turn.</param>
internal sealed record TurnEffect(Reply Reply, int? Edits, RoomId? Room = null)
{
    public static implicit operator TurnEffect(Reply reply) => new(reply, null);
}
