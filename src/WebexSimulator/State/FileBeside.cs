using System.Text.Json;
using System.Text.Json.Serialization;
using WebexSimulator.Files;

namespace WebexSimulator.State;

/// <summary>Writes of a file what is not in its bytes; those stay where they are, beside the state.</summary>
internal sealed class FileBeside(FileStore files) : JsonConverter<StoredFile>
{
    public override void Write(Utf8JsonWriter writer, StoredFile value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new(Path.GetFileName(value.Path), value.Name, value.ContentType, value.Verdict), StateJson.Default.KeptFile);

    public override StoredFile? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, StateJson.Default.KeptFile) is { } kept ? files.Find(kept.Path, kept.Name, kept.ContentType, kept.Verdict) : null;
}

internal sealed record KeptFile(string Path, string Name, string ContentType, ScanVerdict Verdict);
