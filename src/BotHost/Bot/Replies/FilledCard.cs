using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>A card as somebody filled it in.</summary>
internal static class FilledCard
{
    /// <summary>What lines about errors are known by, so that the next drawing leaves them out.</summary>
    private const string ErrorId = "_error";

    /// <summary>Puts values into a card's inputs, and lines about what is wrong below them; what is about no input stands above all.</summary>
    public static void Fill(JsonObject card, IReadOnlyDictionary<string, JsonElement> values, IReadOnlyList<FieldRefusal> refusals)
    {
        var left = refusals.ToList();
        foreach (var input in Walk(card, left).ToList())
        {
            if (values.TryGetValue((string)input["id"]!, out var value))
            {
                input["value"] = ValueOf(CardJson.TypeOf(input)!, Field.TextOf(value));
            }
        }

        if (card["body"] is JsonArray body)
        {
            foreach (var refusal in Enumerable.Reverse(left))
            {
                body.Insert(0, Line(refusal));
            }
        }
    }

    /// <summary>Walks the card's inputs. Old lines about errors go, and new ones are put in.</summary>
    private static IEnumerable<JsonObject> Walk(JsonNode? node, List<FieldRefusal> refusals)
    {
        if (node is JsonObject part)
        {
            if (IsInput(part))
            {
                return [part];
            }

            return part.Where(property => property.Key != "data").Select(property => property.Value).ToList().SelectMany(value => Walk(value, refusals)).ToList();
        }

        if (node is not JsonArray list)
        {
            return [];
        }

        var inputs = new List<JsonObject>();
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] is JsonObject element && element["id"] is JsonValue id && id.TryGetValue(out string? name) && name.StartsWith(ErrorId, StringComparison.Ordinal))
            {
                list.RemoveAt(i);
                continue;
            }

            inputs.AddRange(Walk(list[i], refusals));
            if (list[i] is JsonObject input && IsInput(input) && refusals.Where(refusal => refusal.Id == (string)input["id"]!).ToList() is { Count: > 0 } wrong)
            {
                foreach (var refusal in Enumerable.Reverse(wrong))
                {
                    list.Insert(i + 1, Line(refusal));
                    refusals.Remove(refusal);
                }
            }
        }

        return inputs;
    }

    private static bool IsInput(JsonObject part) =>
        CardJson.TypeOf(part)?.StartsWith("Input.", StringComparison.Ordinal) == true && part["id"] is JsonValue id && id.TryGetValue<string>(out _);

    private static JsonObject Line(FieldRefusal refusal) => CardJson.Object(
        "TextBlock", ("id", $"{ErrorId}.{refusal.Id}"), ("text", refusal.Text.Value), ("wrap", true), ("color", "Attention"), ("spacing", "None"));

    /// <summary>Number inputs hold numbers; what is none is not filled in.</summary>
    private static JsonNode? ValueOf(string type, string? text) => type != "Input.Number" ? text
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
