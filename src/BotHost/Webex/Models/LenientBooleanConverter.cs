using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>
/// Reads a yes or no as Webex writes it: as such, as the strings <c>"true"</c> and <c>"false"</c> (the specification's type of
/// <c>loginEnabled</c>), or as an explicit null, which is what a missing field is: no.
/// </summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
        _ => throw new JsonException("Neither true nor false."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
