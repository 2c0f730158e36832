using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>Buttons among a card's elements.</summary>
public sealed class CardButtons
{
    internal CardButtons(CardNames names) => List = new ButtonList(names);

    internal ButtonList List { get; }

    /// <inheritdoc cref="CardSheet{TSelf}.Submit"/>
    public CardButtons Submit(string title, string route, object? data = null, ButtonStyle style = default)
    {
        List.AddSubmit(title, route, data, style);
        return this;
    }

    /// <inheritdoc cref="CardSheet{TSelf}.Command"/>
    public CardButtons Command(string title, string command, ButtonStyle style = default)
    {
        List.AddCommand(title, command, style);
        return this;
    }

    /// <inheritdoc cref="CardSheet{TSelf}.OpenUrl"/>
    public CardButtons OpenUrl(string title, Uri url, ButtonStyle style = default)
    {
        List.AddOpenUrl(title, url, style);
        return this;
    }

    /// <inheritdoc cref="Card.ShowCard"/>
    public CardButtons ShowCard(string title, Action<CardBehind> card, ButtonStyle style = default)
    {
        List.AddShowCard(title, card, style);
        return this;
    }
}

/// <summary>A card behind a button: it opens below when the button is pressed. Its buttons send its inputs and those of the card around it.</summary>
public sealed class CardBehind : CardSheet<CardBehind>
{
    internal CardBehind(CardNames names) : base(names)
    {
    }
}

/// <summary>Up to five buttons side by side, as Webex draws them (Buttons and Cards guide).</summary>
internal sealed class ButtonList(CardNames names)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public List<JsonObject> Actions { get; } = [];

    public void AddSubmit(string title, string route, object? data, ButtonStyle style)
    {
        CardNames.RefuseReserved(route, nameof(route));
        AddOwnSubmit(title, route, data, style);
    }

    public void AddCommand(string title, string command, ButtonStyle style) => AddOwnSubmit(title, Card.CommandSubmit, new { command }, style);

    /// <summary>A button for a submit of any name, those the bot keeps for itself among them.</summary>
    public void AddOwnSubmit(string title, string route, object? data, ButtonStyle style)
    {
        var values = JsonSerializer.SerializeToNode(data ?? new { }, CamelCase) as JsonObject
            ?? throw new ArgumentException("A button's data are named values. Give an object such as new { room = id }.", nameof(data));
        foreach (var (key, _) in values)
        {
            names.AddData(title, key);
        }

        values[Card.SubmitKey] = route;
        Add(CardJson.Object("Action.Submit", ("title", title), ("data", values), ("style", CardJson.Look(style))));
    }

    public void AddOpenUrl(string title, Uri url, ButtonStyle style) =>
        Add(CardJson.Object("Action.OpenUrl", ("title", title), ("url", CardJson.Web(url)), ("style", CardJson.Look(style))));

    public void AddShowCard(string title, Action<CardBehind> card, ButtonStyle style)
    {
        var behind = new CardBehind(names);
        card(behind);
        Add(CardJson.Object("Action.ShowCard", ("title", title), ("card", behind.ToInnerJson()), ("style", CardJson.Look(style))));
    }

    public void Add(JsonObject action)
    {
        if (Actions.Count == Card.MaxButtons)
        {
            throw new ArgumentException(
                $"Webex draws {Card.MaxButtons} buttons side by side. " +
                $"Leave out \"{action["title"]}\" or make a second card.");
        }

        Actions.Add(action);
    }
}
