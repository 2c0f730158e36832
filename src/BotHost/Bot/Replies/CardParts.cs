using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>Elements that belong together.</summary>
public sealed class CardContainer : CardBody<CardContainer>
{
    internal CardContainer(CardNames names) : base(names)
    {
    }
}

/// <summary>One column.</summary>
public sealed class CardColumn : CardBody<CardColumn>
{
    internal CardColumn(CardNames names) : base(names)
    {
    }
}

/// <summary>Columns side by side.</summary>
public sealed class CardColumns
{
    private readonly CardNames _names;

    internal CardColumns(CardNames names) => _names = names;

    internal List<JsonObject> Columns { get; } = [];

    /// <summary>The next column, to the right.</summary>
    /// <param name="content">Adds what is in it.</param>
    /// <param name="width">How wide; an equal share of the room unless told.</param>
    /// <param name="style">The background.</param>
    /// <param name="align">Where in its height the content stands.</param>
    public CardColumns Column(Action<CardColumn> content, ColumnWidth width = default, CardStyle style = default, CardVerticalAlign align = default)
    {
        var column = new CardColumn(_names);
        content(column);
        Columns.Add(CardJson.Object(
            "Column", ("items", CardJson.Array(column.Elements)), ("width", width.Value), ("style", CardJson.Look(style)),
            ("verticalContentAlignment", CardJson.Look(align))));
        return this;
    }
}

/// <summary>How wide a column is.</summary>
public readonly record struct ColumnWidth
{
    private readonly string? _value;
    private readonly int _shares;

    private ColumnWidth(string? value, int shares = 0) => (_value, _shares) = (value, shares);

    /// <summary>An equal share of what the others leave.</summary>
    public static ColumnWidth Stretch { get; } = new("stretch");

    /// <summary>As wide as its content.</summary>
    public static ColumnWidth Auto { get; } = new("auto");

    internal JsonNode Value => _shares > 0 ? _shares : _value ?? "stretch";

    /// <summary>So many shares of the room.</summary>
    /// <param name="shares">1 or more.</param>
    public static ColumnWidth Weight(int shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shares);
        return new ColumnWidth(null, shares);
    }

    /// <summary>So many pixels.</summary>
    /// <param name="pixels">1 or more.</param>
    public static ColumnWidth Pixels(int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixels);
        return new ColumnWidth(pixels.ToString(CultureInfo.InvariantCulture) + "px");
    }
}

/// <summary>A paragraph of pieces that look different from each other.</summary>
public sealed class CardRichText
{
    internal CardRichText()
    {
    }

    internal List<JsonObject> Inlines { get; } = [];

    internal string Words => string.Concat(Inlines.Select(inline => (string?)inline["text"]));

    /// <summary>The next piece: plain text.</summary>
    public CardRichText Run(
        string text, TextSize size = default, TextWeight weight = default, CardColor color = default, bool subtle = false, bool monospace = false,
        bool italic = false, bool underline = false, bool strikethrough = false, bool highlight = false)
    {
        Inlines.Add(CardJson.Object(
            "TextRun", ("text", text), ("size", CardJson.Look(size)), ("weight", CardJson.Look(weight)), ("color", CardJson.Look(color)),
            ("isSubtle", CardJson.If(subtle)), ("fontType", monospace ? "Monospace" : null), ("italic", CardJson.If(italic)),
            ("underline", CardJson.If(underline)), ("strikethrough", CardJson.If(strikethrough)), ("highlight", CardJson.If(highlight))));
        return this;
    }
}
