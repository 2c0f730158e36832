using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What a patch says about one field: nothing, which is the default and leaves it alone; that it be cleared; or its new value.</summary>
internal readonly record struct Patch<T> where T : class
{
    private Patch(T? value) => (IsSaid, Value) = (true, value);

    /// <summary>Takes the field's value away: null on the wire, where what is not said is left out.</summary>
    public static Patch<T> Clear { get; } = new(null);

    public bool IsSaid { get; }

    public T? Value { get; }

    public static implicit operator Patch<T>(T value) => new(value);
}

/// <summary>Writes what is said of a field. What is not said must not come here: ignore the default.</summary>
internal sealed class PatchConverter<T> : JsonConverter<Patch<T>> where T : class
{
    public override Patch<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Patches are sent, never read.");

    public override void Write(Utf8JsonWriter writer, Patch<T> value, JsonSerializerOptions options)
    {
        if (value.Value is { } said)
            JsonSerializer.Serialize(writer, said, WebexJson.For<T>());
        else
            writer.WriteNullValue();
    }
}
