using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>
/// Webex adds values without notice, and one new value must not make a whole list unreadable:
/// what is not known here becomes the enumeration's first member.
/// </summary>
internal sealed class LenientEnumConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Enum.TryParse<T>(reader.GetString(), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;

        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Spelling.Of(value));
}
