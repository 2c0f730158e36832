using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace BotHost.Agents;

/// <summary>The JSON schema of a tool's arguments, made from the record that holds them.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonObject Of<TInput>() => (JsonObject)ToolJson.Options.GetJsonSchemaAsNode(typeof(TInput), Exporter);

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // Typed ids write themselves, which the exporter cannot look into.
        var schema = node as JsonObject ?? new JsonObject();
        if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IWebexId<>)))
            schema = new JsonObject { ["type"] = "string" };
        // What may be left out is left out; nobody has to say null.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.First(one => one!.GetValue<string>() != "null")!.DeepClone();
        if (schema["enum"] is JsonArray values && values.FirstOrDefault(one => one is null) is null && values.Any(one => one is null))
            values.Remove(null);
        if (schema.TryGetPropertyValue("default", out var fallback) && fallback is null)
            schema.Remove("default");
        var description = context.PropertyInfo?.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false)
            .OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (description is not null)
            schema["description"] = description;
        return schema;
    }
}
