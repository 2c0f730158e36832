using System.Text.Json.Nodes;

namespace BotHost.Bot;

/// <summary>Adaptive Cards as JSON: what has its default is left out.</summary>
internal static class CardJson
{
    public static JsonObject Object(string type, params IEnumerable<(string Name, JsonNode? Value)> properties)
    {
        var made = new JsonObject { ["type"] = type };
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                made[name] = value;
            }
        }

        return made;
    }

    public static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items.Select(item => item.DeepClone())]);

    public static JsonNode? If(bool value) => value ? JsonValue.Create(true) : null;

    /// <summary>The name of what an enum's value stands for; null for its first, the default.</summary>
    public static JsonNode? Look<T>(T value) where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(value, default) ? null : JsonValue.Create(value.ToString());

    /// <summary>An address that a card may name.</summary>
    public static string Web(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        ? url.AbsoluteUri
        : throw new ArgumentException("A card names web pages and pictures in the web only. Give an absolute http or https address.", nameof(url));

    /// <summary>The data of every submit button, those behind other buttons among them.</summary>
    public static IEnumerable<JsonObject> SubmitData(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject button when TypeOf(button) == "Action.Submit":
                return button["data"] is JsonObject data ? [data] : [];
            case JsonObject part:
                return part.SelectMany(property => SubmitData(property.Value));
            case JsonArray list:
                return list.SelectMany(SubmitData);
            default:
                return [];
        }
    }

    public static string? TypeOf(JsonObject part) => part["type"] is JsonValue type && type.TryGetValue(out string? name) ? name : null;
}
