using System.Text.Json.Nodes;
using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>A card for whoever cannot press it: its words, then what could be filled in and pressed.</summary>
internal static class CardText
{
    public static string Of(Reply reply, Card card)
    {
        var words = reply.Body == card.Fallback || !card.HasWords ? reply.Body : $"{reply.Body}\n\n{card.Fallback}";
        var parts = new List<string>();
        Read(card.ToJson(""), parts);
        // The bot's own words for clients that draw no card are for people.
        return string.Join("\n\n", new[] { card.HasWords || reply.Body != card.Fallback ? words : "", Told(parts) }.Where(text => text.Length > 0));
    }

    private static string Told(List<string> parts) =>
        parts.Count == 0 ? "" : $"(a card, which was not posted; only people can fill it in and press its buttons)\n{string.Join('\n', parts.Select(part => $"- {part}"))}";

    private static void Read(JsonNode? node, List<string> parts)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Read(item, parts);
            return;
        }

        if (node is not JsonObject element)
            return;
        if (Text(element, "type") is { } type)
        {
            if (type.StartsWith("Input.", StringComparison.Ordinal))
                parts.Add(Input(element, type["Input.".Length..]));
            else if (type is "Action.Submit" or "Action.ShowCard")
                parts.Add($"button: {Text(element, "title")}");
            else if (type == "Action.OpenUrl")
                parts.Add($"link: {Text(element, "title")} ({Text(element, "url")})");
        }

        // What a button sends is the bot's own.
        foreach (var (name, value) in element)
        {
            if (name != "data")
                Read(value, parts);
        }
    }

    private static string Input(JsonObject input, string kind)
    {
        var choices = (input["choices"] as JsonArray ?? []).OfType<JsonObject>().Select(choice => Text(choice, "title")).ToList();
        var of = choices.Count > 0 ? $": {string.Join(", ", choices)}" : "";
        var required = input["isRequired"]?.ToString() == "true" ? ", required" : "";
        return $"field: {Text(input, "label") ?? Text(input, "title") ?? Text(input, "id")} ({(kind == "ChoiceSet" ? "choice" : kind == "Toggle" ? "yes or no" : kind.ToLowerInvariant())}{required}){of}";
    }

    private static string? Text(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
