using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BotHost.Agents;

/// <summary>How agents' arguments are read and what Webex says is written for them: as Webex spells it, without what is empty or secret.</summary>
internal static class ToolJson
{
    /// <summary>A webhook's secret signs, and with a host key a meeting is taken over.</summary>
    private static readonly string[] Secrets = ["secret", "hostKey"];

    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonNode Of<T>(T value) => JsonSerializer.SerializeToNode(value, Options) ?? new JsonObject();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Nobody draws it as a web page, and people write in all alphabets.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.Strict,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Leave } },
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void Leave(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (Secrets.Contains(property.Name) && type.Type.Namespace == typeof(Webex.WebexClient).Namespace)
                property.ShouldSerialize = (_, _) => false;
            else if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
        }
    }
}
