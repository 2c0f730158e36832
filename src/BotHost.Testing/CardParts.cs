using System.Text.Json;

namespace BotHost.Testing;

/// <summary>A card's button.</summary>
/// <param name="Inputs">What a press sends along: the inputs of its own card, and of those around it.</param>
internal sealed record CardButton(string Title, JsonElement Json, IReadOnlyDictionary<string, string?> Inputs);

/// <summary>Finds a card's buttons and inputs, wherever they are.</summary>
internal static class CardParts
{
    public static IEnumerable<CardButton> Buttons(JsonElement? card) => card is { } known ? Buttons(known, new Dictionary<string, string?>()) : [];

    public static IReadOnlyDictionary<string, string?> Inputs(JsonElement? card, bool withCardsBehind)
    {
        var found = new Dictionary<string, string?>();
        foreach (var input in card is { } known ? Parts(known, withCardsBehind).Where(part => TypeOf(part).StartsWith("Input.", StringComparison.Ordinal)) : [])
            found[input.GetProperty("id").GetString()!] = input.TryGetProperty("value", out var value) ? value.ToString() : null;
        return found;
    }

    private static IEnumerable<CardButton> Buttons(JsonElement card, IReadOnlyDictionary<string, string?> around)
    {
        var inputs = around.Concat(Inputs(card, withCardsBehind: false)).ToDictionary();
        foreach (var button in Parts(card, withCardsBehind: false).Where(part => TypeOf(part).StartsWith("Action.", StringComparison.Ordinal)))
        {
            yield return new CardButton(button.GetProperty("title").GetString()!, button, inputs);
            if (button.TryGetProperty("card", out var behind))
            {
                foreach (var inner in Buttons(behind, inputs))
                    yield return inner;
            }
        }
    }

    private static IEnumerable<JsonElement> Parts(JsonElement element, bool withCardsBehind) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Parts(item, withCardsBehind)),
        JsonValueKind.Object => element.EnumerateObject()
            .Where(property => property.Name != "data" && (withCardsBehind || property.Name != "card"))
            .SelectMany(property => Parts(property.Value, withCardsBehind)).Prepend(element),
        _ => [],
    };

    private static string TypeOf(JsonElement part) =>
        part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
}
