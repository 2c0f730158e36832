using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WebexSimulator.Http;

/// <summary>An item of a list as it goes over the wire, kept where writing it again for every list would cost too much.</summary>
[JsonConverter(typeof(AsItIs))]
internal sealed class Written(byte[] utf8)
{
    public static Written Of<T>(T body) => new(JsonSerializer.SerializeToUtf8Bytes(body, (JsonTypeInfo<T>)Wire.Json.GetTypeInfo(typeof(T))!));

    internal sealed class AsItIs : JsonConverter<Written>
    {
        public override Written Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Written value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8, skipInputValidation: true);
    }

    private byte[] Utf8 => utf8;
}
