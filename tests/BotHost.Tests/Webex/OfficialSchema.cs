using System.Globalization;
using System.Text.Json;

namespace BotHost.Tests.Webex;

/// <summary>As much of JSON Schema as Webex's description of its requests uses.</summary>
internal static class OfficialSchema
{
    public static IEnumerable<string> Check(JsonElement value, JsonElement schema, string at, JsonElement document)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()!.Split('/')[1..].Aggregate(document, (node, part) => node.GetProperty(part));

        return (schema.GetProperty("type").GetString(), value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) => CheckObject(value, schema, at, document),
            ("array", JsonValueKind.Array) => value.EnumerateArray().SelectMany(item => Check(item, schema.GetProperty("items"), at + "[]", document)),
            ("string", JsonValueKind.String) => CheckText(value.GetString()!, schema).Select(fault => $"{at} {fault}"),
            ("boolean", JsonValueKind.True or JsonValueKind.False) => [],
            ("number" or "integer", JsonValueKind.Number) => [],
            var (wanted, sent) => [$"{at} is {sent} and not {wanted}"],
        };
    }

    /// <summary>A value as it stands in a query, or in a string.</summary>
    public static IEnumerable<string> CheckText(string value, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(one => one.GetString() != value))
            return ["not one of"];

        return schema.GetProperty("type").GetString() switch
        {
            "boolean" when value is not ("true" or "false") => ["is no boolean"],
            "number" or "integer" when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => ["is no number"],
            _ => [],
        };
    }

    private static IEnumerable<string> CheckObject(JsonElement value, JsonElement schema, string at, JsonElement document)
    {
        var described = schema.TryGetProperty("properties", out var properties) ? properties : default;
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        var missing = required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}.{name} missing");
        return missing.Concat(value.EnumerateObject().SelectMany(field =>
            described.ValueKind == JsonValueKind.Object && described.TryGetProperty(field.Name, out var of)
                ? Check(field.Value, of, $"{at}.{field.Name}", document)
                : [$"{at}.{field.Name} not described"]));
    }
}
