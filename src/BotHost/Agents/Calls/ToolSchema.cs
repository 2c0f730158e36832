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
            schema["properties"]![JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)]!["description"] = parameter.GetCustomAttribute<DescriptionAttribute>()?.Description;
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // Typed ids write themselves, which the exporter cannot look into.
        if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IWebexId<>)))
            return new JsonObject { ["type"] = "string" };
        // Nobody asks for what is not known, and Webex's own enumerations have a word for it.
        if (type.IsEnum)
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<Enum>().Where(value => value.ToString() != "Unknown" || type.Namespace != typeof(Spelling).Namespace).Select(value => (JsonNode)Spelling.Of(value))]) };
        if (node is not JsonObject schema)
            return new JsonObject();
        // What may be left out is left out; nobody has to say null.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.First(one => one!.GetValue<string>() != "null")!.DeepClone();
        if (schema.TryGetPropertyValue("default", out var fallback) && fallback is null)
            schema.Remove("default");
        return schema;
    }
}
