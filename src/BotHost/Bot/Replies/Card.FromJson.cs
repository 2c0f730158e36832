using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

public sealed partial class Card
{
    private static readonly JsonSerializerOptions Data = new(JsonSerializerDefaults.Web);

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// A card from its JSON, as the Adaptive Cards designer makes it, with the holes filled: <c>${name}</c> and <c>${a.b[0]}</c> in texts,
    /// <c>"$data": "${list}"</c> on an element repeats it for each item, <c>"$when": "${…}"</c> leaves it out. What is filled in is data: it
    /// cannot become an element, a button or Markdown.
    /// </summary>
    /// <param name="template">The card, of version 1.3 at most and of what Webex draws.</param>
    /// <param name="data">What the holes name, in camel case: <c>new { title, items }</c>.</param>
    /// <param name="submit">The submit route of its buttons, where a button does not name its own as its <c>id</c>.</param>
    /// <exception cref="ArgumentException">It is no card, has what Webex does not draw or what this does not fill in, or the data lacks a name.</exception>
    public static Card FromJson(string template, object? data = null, string? submit = null)
    {
        JsonNode? parsed;
        try
        {
            parsed = JsonNode.Parse(template, documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The template is no JSON (line {e.LineNumber + 1}). Correct it.", nameof(template));
        }

        if (parsed is not JsonObject root || CardJson.TypeOf(root) != "AdaptiveCard")
        {
            throw new ArgumentException("The template is no card. Its type must be \"AdaptiveCard\".", nameof(template));
        }

        return FromFilled(CardTemplate.Fill(root, JsonSerializer.SerializeToNode(data ?? new { }, Data)), submit);
    }

    /// <summary>A card from its JSON, the holes filled.</summary>
    internal static Card FromFilled(JsonObject filled, string? submit)
    {
        var card = new Card();
        new CardReader(card.Names, submit).Read(filled);
        card.Elements.AddRange(Parts(filled["body"]));
        foreach (var action in Parts(filled["actions"]))
        {
            card.Foot.Add(action);
        }

        return card;
    }
}
