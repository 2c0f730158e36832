using System.Diagnostics.CodeAnalysis;

namespace BotHost.Bot;

/// <summary>
/// What the bot says. A string is Markdown in which mentions are made harmless; where it contains what other people wrote,
/// use <see cref="Markdown(MarkdownBuilder)"/>, which escapes every hole of its interpolated string.
/// </summary>
public sealed partial class Reply
{
    private Reply(string body, bool isMarkdown) => (Body, IsMarkdown) = (body, isMarkdown);

    private Reply(Reply reply)
        : this(reply.Body, reply.IsMarkdown) =>
        (Card, Attached, Placing, FieldErrors, Replaces) = (reply.Card, reply.Attached, reply.Placing, reply.FieldErrors, reply.Replaces);

    /// <summary>Markdown or plain text. Beside a card: what clients without cards, and notifications, show.</summary>
    public string Body { get; private init; }

    /// <summary>False for plain text, which Webex shows as it stands.</summary>
    public bool IsMarkdown { get; }

    /// <summary>The card, or null.</summary>
    public Card? Card { get; private init; }

    /// <summary>The file, or null.</summary>
    internal ReplyFile? Attached { get; private init; }

    internal ReplyPlacing Placing { get; private init; }

    /// <summary>What was wrong with the card that was pressed, by field: it is drawn again.</summary>
    internal IReadOnlyList<FieldRefusal> FieldErrors { get; private init; } = [];

    /// <summary>The ordinal of the effect whose message its first part replaces.</summary>
    internal int? Replaces { get; private init; }

    internal bool IsBlank => Card is null && Attached is null && string.IsNullOrWhiteSpace(Body);

    /// <summary>Whether Webex can replace what it says: one message, without card and file.</summary>
    internal bool IsEditable => Card is null && Attached is null && Split().Count == 1;

    /// <summary>Plain text, shown exactly as it stands.</summary>
    public static Reply Text(string text) => new(text, isMarkdown: false);

    /// <summary>
    /// Markdown from an interpolated string: <c>Reply.Markdown($"Hello **{name}**")</c>. What is in the holes is escaped, except mentions
    /// and other Markdown built this way.
    /// </summary>
    public static Reply Markdown(MarkdownBuilder markdown) => markdown.ToMarkdown();

    /// <summary>
    /// What was sent with a card is not good enough: the card comes again, filled in, with what is wrong at each field. As the answer of a
    /// <c>Submit</c> to a card that may be pressed once; elsewhere the text alone.
    /// </summary>
    /// <param name="errors">What is wrong, by the record's parameter: <c>(nameof(form.Days), "You have 3 days left.")</c>. Shown as it stands.</param>
    public static Reply Again(params IEnumerable<(string Field, string Error)> errors) =>
        Again([.. errors.Select(error => new FieldRefusal(Words.Camel(error.Field), Bot.Markdown.Format($"{error.Error}")))]);

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
    /// <exception cref="ArgumentException">The reply has a file.</exception>
    public Reply With(Card card) => Attached is null ? new(this) { Card = card } : throw CardAndFile;

    /// <summary>In the thread of what it answers, in direct rooms too. In spaces a reply is there by itself.</summary>
    public Reply InThread() => new(this) { Placing = ReplyPlacing.Thread };

    /// <summary>Outside any thread, in spaces too. In direct rooms a reply is there by itself.</summary>
    public Reply OutsideThread() => new(this) { Placing = ReplyPlacing.Room };

    /// <summary>To the asker alone, in their direct room with the bot, wherever they asked.</summary>
    public Reply Privately() => new(this) { Placing = ReplyPlacing.Asker };

    internal Reply InPlaceOf(int ordinal) => new(this) { Replaces = ordinal, Placing = ReplyPlacing.Usual };

    internal static Reply Again(IReadOnlyList<FieldRefusal> refusals) =>
        new(MarkdownText.Join("\n\n", refusals.Select(refusal => refusal.Text))) { FieldErrors = refusals };

    /// <summary>The messages this reply takes: each within Webex's limit, together all that was said, the card or file on the last.</summary>
    internal IReadOnlyList<Reply> Split()
    {
        var parts = (IsMarkdown ? TextSplit.SplitMarkdown(Body) : TextSplit.Split(Body)).Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        if (parts.Count <= 1)
        {
            return [this];
        }

        return [.. parts.Select((part, i) => i == parts.Count - 1 ? new Reply(this) { Body = part } : new Reply(this) { Body = part, Card = null, Attached = null })];
    }
}

/// <summary>Where a reply goes, seen from what it answers. The numbers mean nothing.</summary>
internal enum ReplyPlacing
{
    /// <summary>In spaces the thread, in direct rooms none.</summary>
    Usual,
    Thread,
    Room,
    Asker,
}
