using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Agents;

/// <summary>Reads the arguments of a call. A model reads the refusal and tries again, so that it says which argument, and what there is instead.</summary>
internal static class ToolArguments
{
    /// <exception cref="ToolException">They do not fit the schema.</exception>
    public static TInput Read<TInput>(IDictionary<string, JsonElement>? arguments, JsonObject schema)
    {
        var known = schema["properties"] as JsonObject ?? [];
        var given = (arguments ?? new Dictionary<string, JsonElement>()).Where(argument => !IsAbsent(argument.Value)).ToDictionary();
        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
            throw new ToolException($"There is no argument '{unknown}'. This tool takes: {string.Join(", ", known.Select(one => one.Key))}.");
        var required = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>());
        if (required.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing)
            throw new ToolException($"The argument '{missing}' is missing. {known[missing]?["description"]}".TrimEnd());

        // Webex's enumerations read what they do not know as such, and it would be asked for.
        if (given.FirstOrDefault(one => known[one.Key]?["enum"] is JsonArray values && !values.Any(value => one.Value.ValueKind == JsonValueKind.String && one.Value.ValueEquals(value!.GetValue<string>()))) is { Key: { } wrong })
            throw new ToolException($"The argument '{wrong}' is none of {string.Join(", ", ((JsonArray)known[wrong]!["enum"]!).Select(value => value!.GetValue<string>()))}. Send one of these.");

        try
        {
            return JsonSerializer.SerializeToElement(given).Deserialize<TInput>(ToolJson.Options)!;
        }
        catch (JsonException e)
        {
            var name = e.Path?.Split('.', '[').ElementAtOrDefault(1) ?? "";
            throw new ToolException(known[name] is { } expected
                ? $"The argument '{name}' is not of the kind that is expected: {expected.ToJsonString(ToolJson.Options)}. Send it so."
                : "The arguments cannot be read. Send them as the tool's input schema says.");
        }
    }

    /// <summary>Models tend to fill in what they have no value for.</summary>
    public static bool IsAbsent(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""));
}
