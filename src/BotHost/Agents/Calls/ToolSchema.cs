using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using BotHost.Webex;

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
        if (type.IsEnum && schema["enum"] is null)
            schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Values(type).Select(value => (JsonNode)value)]) };
        // What may be left out is left out; nobody has to say null.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.First(one => one!.GetValue<string>() != "null")!.DeepClone();
        if (schema["enum"] is JsonArray values && values.Any(one => one is null))
            schema["enum"] = new JsonArray([.. values.Where(one => one is not null).Select(one => one!.DeepClone())]);
        if (schema.TryGetPropertyValue("default", out var fallback) && fallback is null)
            schema.Remove("default");
        var description = context.PropertyInfo?.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false)
            .OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    /// <summary>Webex's own enumerations write themselves. Nobody asks for what is not known.</summary>
    private static IEnumerable<string> Values(Type type) =>
        Enum.GetValues(type).Cast<Enum>().Where(value => Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0 || value.ToString() != "Unknown").Select(Spelling.Of);
}
