using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Reads a text that Webex writes now as a string and now as a number, as its specification and its examples disagree about.</summary>
internal sealed class LenientTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
