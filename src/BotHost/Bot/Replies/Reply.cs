using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>
/// What the bot says. A string is Markdown in which mentions are made harmless; where it contains what other people wrote,
/// use <see cref="Markdown(MarkdownBuilder)"/>, which escapes every hole of its interpolated string.
/// </summary>
public sealed class Reply
{
    private Reply(string body, bool isMarkdown, Card? card = null) => (Body, IsMarkdown, Card) = (body, isMarkdown, card);

    /// <summary>Markdown or plain text. Beside a card: what clients without cards, and notifications, show.</summary>
    public string Body { get; }

    /// <summary>False for plain text, which Webex shows as it stands.</summary>
    public bool IsMarkdown { get; }

    /// <summary>The card, or null.</summary>
    public Card? Card { get; }

    internal bool IsBlank => Card is null && string.IsNullOrWhiteSpace(Body);

    /// <summary>Plain text, shown exactly as it stands.</summary>
    public static Reply Text(string text) => new(text, isMarkdown: false);

    /// <summary>
    /// Markdown from an interpolated string: <c>Reply.Markdown($"Hello **{name}**")</c>. What is in the holes is escaped, except mentions
    /// and other Markdown built this way.
    /// </summary>
    public static Reply Markdown(MarkdownBuilder markdown) => markdown.ToMarkdown();

    /// <summary>Markdown; <c>&lt;@</c> loses its power to mention.</summary>
    [return: NotNullIfNotNull(nameof(markdown))]
    public static implicit operator Reply?(string? markdown) =>
        markdown is null ? null : new(markdown.Replace("<@", "&lt;@", StringComparison.Ordinal), isMarkdown: true);

    /// <summary>Markdown with its mentions.</summary>
    public static implicit operator Reply(MarkdownText markdown) => new(markdown.Value, isMarkdown: true);

    /// <summary>A card, with its words as the text for clients without cards.</summary>
    [return: NotNullIfNotNull(nameof(card))]
    public static implicit operator Reply?(Card? card) => card is null ? null : ((Reply)card.Fallback).With(card);

    /// <summary>The same words with a card.</summary>
    public Reply With(Card card) => new(Body, IsMarkdown, card);

    /// <summary>The messages this reply takes: each within Webex's limit, together all that was said, the card on the last.</summary>
    internal IReadOnlyList<Reply> Split()
    {
        var parts = TextSplit.Split(Body).Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        if (parts.Count <= 1)
        {
            return [this];
        }

        return [.. parts.Select((part, i) => new Reply(part, IsMarkdown, i == parts.Count - 1 ? Card : null))];
    }
}
