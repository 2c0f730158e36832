using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Why one field of one item is not usable.</summary>
/// <param name="Code">Such as <c>kms_failure</c>, the only one known: the key to decrypt it could not be had.</param>
/// <param name="Reason">In Webex's words.</param>
internal sealed record FieldError(string? Code, string? Reason)
{
    public static IReadOnlyDictionary<string, FieldError> None { get; } = FrozenDictionary<string, FieldError>.Empty;
}

/// <summary>Reads what went wrong with an item. Its shape is known from two clients only, so that any other counts as no news.</summary>
internal sealed class FieldErrorsConverter : JsonConverter<IReadOnlyDictionary<string, FieldError>>
{
    public override IReadOnlyDictionary<string, FieldError> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var errors = JsonElement.ParseValue(ref reader);
        return errors.ValueKind == JsonValueKind.Object
            ? errors.EnumerateObject().ToDictionary(field => field.Name, field => new FieldError(Text(field.Value, "code"), Text(field.Value, "reason")))
            : FieldError.None;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, FieldError> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Errors are read, never sent.");

    private static string? Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
