using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>The JSON schema of a tool's arguments, made from the record that holds them.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonObject Of<TInput>()
    {
        var schema = (JsonObject)ToolJson.Options.GetJsonSchemaAsNode(typeof(TInput), Exporter);
        // Of a record without arguments there is none.
        foreach (var parameter in typeof(TInput).GetConstructors()[0].GetParameters())
        {
            var (properties, name) = (schema["properties"]!, JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!));
            // What may be absent hides from the exporter's other eye what it is.
            if (Special(parameter.ParameterType) is { } special)
                properties[name] = special;
            properties[name]!["description"] = parameter.GetCustomAttribute<DescriptionAttribute>()?.Description;
        }

        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (Special(context.TypeInfo.Type) is { } special)
            return special;
        if (node is not JsonObject schema)
            return new JsonObject();
        // What may be left out is left out; nobody has to say null.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.First(one => one!.GetValue<string>() != "null")!.DeepClone();
        if (schema.TryGetPropertyValue("default", out var fallback) && fallback is null)
            schema.Remove("default");
        return schema;
    }

    /// <summary>What writes itself, so that the exporter cannot look into it: ids and enumerations.</summary>
    private static JsonObject? Special(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IWebexId<>)))
            return new JsonObject { ["type"] = "string" };
        if (!type.IsEnum)
            return null;
        // Nobody asks for what is not known, and Webex's own enumerations have a word for it.
        var values = Enum.GetValues(type).Cast<Enum>().Where(value => value.ToString() != "Unknown" || type.Namespace != typeof(Spelling).Namespace);
        return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)Spelling.Of(value))]) };
    }
}
