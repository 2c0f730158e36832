using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>
/// A card: text, pictures, inputs and buttons, in the part of Adaptive Cards 1.3 that Webex draws. Made anew for each reply.
/// By default any member of the room may press, again and again, for 30 days; a form or a question: only the asker, once.
/// </summary>
public sealed partial class Card : CardSheet<Card>
{
    /// <summary>Buttons Webex draws side by side (Buttons and Cards guide).</summary>
    public const int MaxButtons = 5;

    /// <summary>In a button's data: the submit route it names. Fixed, for old cards stay in rooms.</summary>
    internal const string SubmitKey = "_submit";

    /// <summary>In a button's data: what the host knows the card by. Fixed, for old cards stay in rooms.</summary>
    internal const string NonceKey = "_nonce";

    /// <summary>The submit name of buttons that stand for a typed command, which is then in the input <c>command</c>.</summary>
    internal const string CommandSubmit = "_command";

    /// <summary>As <see cref="CommandSubmit"/>, of a command that was asked back about.</summary>
    internal const string ConfirmSubmit = "_confirm";

    /// <summary>The submit name of the button that declines.</summary>
    internal const string CancelSubmit = "_cancel";

    /// <summary>An empty card, or one that begins with a title.</summary>
    /// <param name="title">A line in bold. Card text is Markdown: escape what other people wrote.</param>
    public Card(string? title = null)
        : base(new CardNames())
    {
        if (title is not null)
        {
            Text(title, weight: TextWeight.Bolder);
        }
    }

    internal bool OnlyAsker { get; private set; }

    internal bool IsOnce { get; private set; }

    internal TimeSpan Lifetime { get; private set; } = TimeSpan.FromDays(30);

    /// <summary>The submits its buttons name.</summary>
    internal IReadOnlyList<string> Submits =>
        [.. CardJson.SubmitData(ToInnerJson()).Select(data => data[SubmitKey]?.GetValue<string>()).OfType<string>().Distinct()];

    internal bool HasWords => Names.Words.Count > 0;

    /// <summary>What the card says, for clients that draw no cards.</summary>
    internal string Fallback => HasWords ? string.Join("\n\n", Names.Words) : BotTexts.CardWithoutWords;

    /// <summary>A button that opens another card below this one. What was opened is not told to the bot.</summary>
    /// <param name="title">What is on the button.</param>
    /// <param name="card">Adds what is on that card, and its buttons.</param>
    /// <param name="style">What the button's look says of what it does.</param>
    public Card ShowCard(string title, Action<CardBehind> card, ButtonStyle style = default)
    {
        Foot.AddShowCard(title, card, style);
        return this;
    }

    /// <summary>Whoever sees the card may press, where by default only the asker may.</summary>
    public Card AnyoneMayPress()
    {
        OnlyAsker = false;
        return this;
    }

    /// <summary>The first press that is accepted is the last.</summary>
    public Card Once()
    {
        IsOnce = true;
        return this;
    }

    /// <summary>How long after posting the buttons work.</summary>
    /// <param name="after">More than nothing.</param>
    public Card Expires(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(after, TimeSpan.Zero);
        Lifetime = after;
        return this;
    }

    /// <summary>
    /// The card as Webex takes it. Every submit button carries its route's name and the nonce by which a press is recognised.
    /// </summary>
    internal JsonObject ToJson(string nonce)
    {
        var inner = ToInnerJson();
        foreach (var data in CardJson.SubmitData(inner).ToList())
        {
            data[NonceKey] = nonce;
        }

        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["body"] = inner["body"]!.DeepClone(),
            ["actions"] = inner["actions"]!.DeepClone(),
        };
    }

    /// <summary>A card that was posted once, with buttons under the same names. Once.</summary>
    internal static Card Again(JsonObject json, bool onlyAsker, TimeSpan lifetime)
    {
        var card = new Card { OnlyAsker = onlyAsker, IsOnce = true, Lifetime = lifetime };
        card.Elements.AddRange(Parts(json["body"]));
        card.Foot.Actions.AddRange(Parts(json["actions"]));
        return card;
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>().Select(part => part.DeepClone().AsObject());

    private Card ForAsker()
    {
        OnlyAsker = true;
        return Once();
    }
}
