using System.Text.Json;

namespace BotHost.Tests.Simulator;

/// <summary>Webex's own description of its API, where it lies beside the repository; it is not ours to commit.</summary>
internal sealed class OpenApi(JsonElement description)
{
    public static OpenApi? Find(string slice = "slice-messaging.json")
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "shared", "webex", "data", slice);
            if (File.Exists(file)) return new(JsonElement.Parse(File.ReadAllBytes(file)));
        }
        return null;
    }

    /// <summary>The described path that a called one is an instance of: the one with the fewest parameters. Null where it is not described.</summary>
    public string? PathOf(string called)
    {
        var parts = called.Split('?')[0].Trim('/').Split('/');
        return description.GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .Where(path => path.Trim('/').Split('/') is var names && names.Length == parts.Length
                && names.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            .MinBy(path => path.Count(c => c == '{'));
    }

    /// <summary>The names of all parameters of an operation, in its path, its query and its body; headers are seen by tests of their own. None where it is not described.</summary>
    public IEnumerable<string> ParametersOf(string method, string path)
    {
        if (!description.GetProperty("paths").TryGetProperty(path, out var methods) || !methods.TryGetProperty(method, out var operation)) return [];
        var named = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() is not "header").Select(parameter => parameter.GetProperty("name").GetString()!)
            : [];
        if (!operation.TryGetProperty("requestBody", out var body)) return named;
        var schema = Resolved(Json(body));
        return named.Concat(schema.GetProperty("properties").EnumerateObject().Select(field => field.Name));
    }

    /// <summary>What in a body is not as described: <c>operation: field</c>, with what is wrong.</summary>
    public IEnumerable<string> Deviations(string method, string path, JsonElement body)
    {
        if (!description.GetProperty("paths").GetProperty(path).TryGetProperty(method, out var operation))
            return [];
        var responses = operation.GetProperty("responses");
        var success = responses.EnumerateObject().First(response => response.Name.StartsWith('2')).Value;
        if (!success.TryGetProperty("content", out var content) || !content.EnumerateObject().Any(IsJson)) return [];
        var schema = Json(success);
        return Compare(body, schema, "").Select(deviation => $"{method} {path}:{deviation}");
    }

    // Some operations spell the type with its charset, one as a patch.
    private static bool IsJson(JsonProperty type) => type.Name.StartsWith("application/json", StringComparison.Ordinal);

    private static JsonElement Json(JsonElement message) => message.GetProperty("content").EnumerateObject().First(IsJson).Value.GetProperty("schema");

    private IEnumerable<string> Compare(JsonElement value, JsonElement schema, string at)
    {
        schema = Resolved(schema);
        return schema.GetProperty("type").GetString() switch
        {
            "object" => CompareObject(value, schema, at),
            "array" when value.ValueKind is JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Compare(item, schema.GetProperty("items"), at + "[]")),
            "string" when value.ValueKind is JsonValueKind.String => CompareEnum(value, schema, at),
            "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => [],
            "number" or "integer" when value.ValueKind is JsonValueKind.Number => [],
            var type => [$"{at} is no {type}"],
        };
    }

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? Resolved(reference.GetString()!.Split('/')[1..].Aggregate(description, (node, part) => node.GetProperty(part)))
        : schema;

    private IEnumerable<string> CompareObject(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind is not JsonValueKind.Object) return [$"{at} is no object"];
        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}.{name} is missing")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(field =>
            properties.ValueKind is JsonValueKind.Object && properties.TryGetProperty(field.Name, out var described)
                ? Compare(field.Value, described, $"{at}.{field.Name}")
                : [$"{at}.{field.Name} is not described"]));
    }

    private static IEnumerable<string> CompareEnum(JsonElement value, JsonElement schema, string at) =>
        schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.GetString() == value.GetString())
            ? [$"{at} is not one of the allowed"]
            : [];
}
