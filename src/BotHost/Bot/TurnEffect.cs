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
internal sealed record TurnEffect(Reply Reply, int? Edits)
{
    public static implicit operator TurnEffect(Reply reply) => new(reply, null);
}
