using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BotHost.Webex;

/// <summary>Reads a page item by item, so that one that cannot be read does not cost the others.</summary>
internal sealed class PageConverter<T> : JsonConverter<Page<T>> where T : class
{
    public override Page<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<T>? items = null;
        List<UnreadableItem> unreadable = [];
        List<string> notFound = [];
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A page is an object.");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.ValueTextEquals("items"u8);
            var isNotFound = reader.ValueTextEquals("notFoundIds"u8);
            reader.Read();
            if (isItems)
                items = ReadItems(ref reader, unreadable, options);
            else if (isNotFound)
                notFound.AddRange(ReadIds(ref reader));
            else
                reader.Skip();
        }

        return new Page<T>
        {
            Items = items ?? throw new JsonException("A page without items."),
            Unreadable = unreadable,
            NotFoundIds = notFound,
        };
    }

    public override void Write(Utf8JsonWriter writer, Page<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Pages are read, never sent.");

    private static List<T> ReadItems(ref Utf8JsonReader reader, List<UnreadableItem> unreadable, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("The items of a page are an array.");

        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var again = reader;
            try
            {
                items.Add(JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("An item is null."));
            }
            catch (JsonException fault)
            {
                reader = again; // What is no JSON at all throws once more here, and fails the page.
                unreadable.Add(new UnreadableItem(Id(JsonElement.ParseValue(ref reader)), fault.Path ?? "$"));
            }
        }

        return items;
    }

    private static IEnumerable<string> ReadIds(ref Utf8JsonReader reader)
    {
        var ids = JsonElement.ParseValue(ref reader);
        return ids.ValueKind == JsonValueKind.Array
            ? ids.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)
            : [];
    }

    private static string? Id(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
