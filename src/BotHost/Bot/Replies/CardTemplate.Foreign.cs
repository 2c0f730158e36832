using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>Data whose shape nobody promised: what is missing is left empty, and what is there can only be a value.</summary>
internal sealed partial class CardTemplate
{
    /// <summary>Of a list that somebody else sent, so many items are drawn.</summary>
    private const int MostForeign = 50;

    /// <summary>
    /// As <see cref="Fill(JsonObject, JsonNode?)"/>, with data whose shape nobody promised: what is missing is left empty, and only single
    /// values are filled in, so that whoever sends the data cannot add to the card.
    /// </summary>
    /// <param name="template">The card.</param>
    /// <param name="data">What the holes name.</param>
    /// <param name="missing">What stands for a missing value.</param>
    public static JsonObject FillForeign(JsonObject template, JsonNode? data, string? missing = null) => new CardTemplate(data, isForeign: true, missing).Fill(template);

    /// <summary>
    /// Markdown with its holes filled from data whose shape nobody promised. An address in a hole must be of the web. Data that have none of what the
    /// holes name are meant for something else, and leave nothing.
    /// </summary>
    public static string FillMarkdown(string template, JsonNode? data)
    {
        var filler = new CardTemplate(data, isForeign: true);
        var scope = new Scope(data, null);
        filler.RefuseOpen(template, "The template");
        var (holes, filled) = (0, 0);
        var text = Hole().Replace(template, hole =>
        {
            var value = TextOf(filler.Look(hole.Groups[1].Value, scope, "The template"));
            holes++;
            filled += value.Length > 0 ? 1 : 0;
            return template.AsSpan(0, hole.Index).EndsWith("](") ? AddressOf(value) : Markdown.Escape(value);
        });
        return holes > 0 && filled == 0 ? "" : text;
    }

    private static string TextOf(JsonNode? value) => value switch
    {
        null => "",
        JsonValue single => single.ToString(),
        _ => value.ToJsonString(),
    };

    private static string AddressOf(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal) : "";
}
