using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>
/// What a card, a container, a column or a card behind a button shows, from top to bottom: texts, pictures, facts, containers, columns,
/// inputs. Each method adds one element and returns this.
/// </summary>
/// <typeparam name="TSelf">The part itself.</typeparam>
public abstract partial class CardBody<TSelf> where TSelf : CardBody<TSelf>
{
    private CardSpacing _spacing;
    private bool _separated;

    internal CardBody(CardNames names) => Names = names;

    internal CardNames Names { get; }

    internal List<JsonObject> Elements { get; } = [];

    private TSelf Self => (TSelf)this;

    /// <summary>A paragraph. Card text is Markdown: escape what other people wrote.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="size">How large.</param>
    /// <param name="weight">How heavy.</param>
    /// <param name="color">In which colour.</param>
    /// <param name="subtle">Paler than the rest.</param>
    /// <param name="monospace">In letters of one width.</param>
    /// <param name="align">Where in the line.</param>
    /// <param name="maxLines">Most lines shown; null for all.</param>
    /// <param name="wrap">False keeps it in one line, cut off where there is no more room.</param>
    public TSelf Text(
        string markdown, TextSize size = default, TextWeight weight = default, CardColor color = default, bool subtle = false, bool monospace = false,
        CardAlign align = default, int? maxLines = null, bool wrap = true)
    {
        Names.Words.Add(weight == TextWeight.Bolder ? $"**{markdown}**" : markdown);
        return Add(CardJson.Object(
            "TextBlock", ("text", markdown), ("wrap", CardJson.If(wrap)), ("size", CardJson.Look(size)), ("weight", CardJson.Look(weight)),
            ("color", CardJson.Look(color)), ("isSubtle", CardJson.If(subtle)), ("fontType", monospace ? "Monospace" : null),
            ("horizontalAlignment", CardJson.Look(align)), ("maxLines", maxLines)));
    }

    /// <summary>A paragraph of pieces that look different from each other. It is plain text: nothing in it is read as Markdown.</summary>
    /// <param name="runs">The pieces: <c>t => t.Run("Due ").Run("today", weight: TextWeight.Bolder)</c>.</param>
    /// <param name="align">Where in the line.</param>
    public TSelf RichText(Action<CardRichText> runs, CardAlign align = default)
    {
        var text = new CardRichText();
        runs(text);
        Names.Words.Add(Markdown.Escape(text.Words));
        return Add(CardJson.Object("RichTextBlock", ("inlines", CardJson.Array(text.Inlines)), ("horizontalAlignment", CardJson.Look(align))));
    }

    /// <summary>Names and values in two columns. Both are Markdown.</summary>
    public TSelf Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        var rows = facts.ToList();
        Names.Words.Add(string.Join("\n", rows.Select(row => $"- {row.Name}: {row.Value}")));
        return Add(CardJson.Object(
            "FactSet", ("facts", CardJson.Array(rows.Select(row => new JsonObject { ["title"] = row.Name, ["value"] = row.Value })))));
    }

    /// <summary>A picture. Webex fetches it: its address must be public.</summary>
    /// <param name="url">An absolute http or https address.</param>
    /// <param name="alt">What it shows, for those who do not see it.</param>
    /// <param name="size">How large.</param>
    /// <param name="round">Cut to a circle, as of a person.</param>
    /// <param name="align">Where in the line.</param>
    /// <param name="width">How wide in pixels, instead of <paramref name="size"/>.</param>
    public TSelf Image(Uri url, string alt, ImageSize size = default, bool round = false, CardAlign align = default, int? width = null) =>
        Add(CardJson.Object(
            "Image", ("url", CardJson.Web(url)), ("altText", alt), ("size", CardJson.Look(size)), ("style", round ? "Person" : null),
            ("horizontalAlignment", CardJson.Look(align)), ("width", width is { } pixels ? $"{pixels}px" : null)));

    /// <summary>Several pictures side by side.</summary>
    public TSelf Images(IEnumerable<(Uri Url, string Alt)> images, ImageSize size = default) => Add(CardJson.Object(
        "ImageSet", ("images", CardJson.Array(images.Select(image => CardJson.Object("Image", ("url", CardJson.Web(image.Url)), ("altText", image.Alt))))),
        ("imageSize", CardJson.Look(size))));

    /// <summary>Elements that belong together.</summary>
    /// <param name="content">Adds them.</param>
    /// <param name="style">The background.</param>
    /// <param name="align">Where in its height they stand.</param>
    /// <param name="bleed">The background reaches to the edges of what holds it.</param>
    public TSelf Container(Action<CardContainer> content, CardStyle style = default, CardVerticalAlign align = default, bool bleed = false)
    {
        var container = new CardContainer(Names);
        content(container);
        return Add(CardJson.Object(
            "Container", ("items", CardJson.Array(container.Elements)), ("style", CardJson.Look(style)), ("verticalContentAlignment", CardJson.Look(align)),
            ("bleed", CardJson.If(bleed))));
    }

    /// <summary>Columns side by side: <c>c => c.Column(left => left.Text("…"), ColumnWidth.Auto).Column(right => …)</c>.</summary>
    public TSelf Columns(Action<CardColumns> columns)
    {
        var set = new CardColumns(Names);
        columns(set);
        return Add(CardJson.Object("ColumnSet", ("columns", CardJson.Array(set.Columns))));
    }

    /// <summary>Buttons among the elements, at most five. Those of the card itself stand at its foot.</summary>
    public TSelf Buttons(Action<CardButtons> buttons)
    {
        var set = new CardButtons(Names);
        buttons(set);
        return Add(CardJson.Object("ActionSet", ("actions", CardJson.Array(set.List.Actions))));
    }

    /// <summary>The next element stands this far from the one before it.</summary>
    public TSelf Space(CardSpacing spacing)
    {
        _spacing = spacing;
        return Self;
    }

    /// <summary>A line between what was added last and what is added next.</summary>
    public TSelf Separator(CardSpacing spacing = default)
    {
        _separated = true;
        return Space(spacing);
    }

    private protected TSelf Add(JsonObject element)
    {
        if (CardJson.Look(_spacing) is { } spacing)
        {
            element["spacing"] = spacing;
        }

        if (_separated)
        {
            element["separator"] = true;
        }

        (_spacing, _separated) = (default, false);
        Elements.Add(element);
        return Self;
    }
}
