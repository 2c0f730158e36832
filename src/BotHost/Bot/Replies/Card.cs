using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>
/// A card: text, inputs and up to five buttons, in the part of Adaptive Cards 1.3 that Webex draws. Made anew for each reply.
/// By default any member of the room may press, again and again, for 30 days; a form or a question: only the asker, once.
/// </summary>
public sealed partial class Card
{
    /// <summary>Buttons Webex draws on one card (Buttons and Cards guide).</summary>
    public const int MaxButtons = 5;

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly List<string> _words = [];
    private readonly List<JsonObject> _body = [];
    private readonly List<JsonObject> _actions = [];

    /// <summary>An empty card, or one that begins with a title.</summary>
    /// <param name="title">A line in bold. Card text is Markdown: escape what other people wrote.</param>
    public Card(string? title = null)
    {
        if (title is not null)
        {
            AddText(title, isBold: true);
        }
    }

    internal bool OnlyAsker { get; private set; }

    internal bool IsOnce { get; private set; }

    /// <summary>The submits its buttons name.</summary>
    internal IReadOnlyList<string> Submits =>
        [.. _actions.Select(action => action["data"]?[SubmitKey]?.GetValue<string>()).OfType<string>().Distinct()];

    internal TimeSpan Lifetime { get; private set; } = TimeSpan.FromDays(30);

    /// <summary>What the card says, for clients that draw no cards.</summary>
    internal string Fallback => _words.Count > 0 ? string.Join("\n\n", _words) : BotTexts.CardWithoutWords;

    /// <summary>A paragraph. Card text is Markdown: escape what other people wrote.</summary>
    public Card Text(string markdown) => AddText(markdown, isBold: false);

    /// <summary>Names and values in two columns.</summary>
    public Card Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        var rows = facts.ToList();
        _words.Add(string.Join("\n", rows.Select(row => $"- {row.Name}: {row.Value}")));
        _body.Add(new JsonObject
        {
            ["type"] = "FactSet",
            ["facts"] = new JsonArray([.. rows.Select(row => new JsonObject { ["title"] = row.Name, ["value"] = row.Value })]),
        });
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
        var actions = new JsonArray();
        foreach (var action in _actions.Select(action => action.DeepClone().AsObject()))
        {
            if (action["data"] is JsonObject data)
            {
                data[NonceKey] = nonce;
            }

            actions.Add(action);
        }

        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["body"] = new JsonArray([.. _body.Select(element => element.DeepClone())]),
            ["actions"] = actions,
        };
    }

    private Card AddText(string markdown, bool isBold)
    {
        _words.Add(isBold ? $"**{markdown}**" : markdown);
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = markdown, ["wrap"] = true };
        if (isBold)
        {
            block["weight"] = "Bolder";
        }

        _body.Add(block);
        return this;
    }
}
