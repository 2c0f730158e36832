using System.Text.Json;
using System.Text.Json.Nodes;
using WebexSimulator.Http;
using WebexSimulator.Messages;

namespace WebexSimulator.Compliance;

/// <summary>Something that happened, as it is kept for compliance officers: with what was said.</summary>
/// <param name="Number">In the order they happened.</param>
/// <param name="Organisations">Whose people had a part in it, by their keys.</param>
internal sealed record ComplianceEvent(
    long Number, Guid Key, string Resource, string Type, string? AppId, Guid ActorKey, IReadOnlyList<string> Organisations, DateTimeOffset Created, JsonElement Data);

/// <summary>An event on the wire.</summary>
internal sealed record EventBody(string Id, string Resource, string Type, string? AppId, string ActorId, string OrgId, DateTimeOffset Created, JsonElement Data)
{
    public static EventBody Of(ComplianceEvent happened, string organisationId, string baseUrl) => new(
        WebexId.Event(happened.Key), happened.Resource, happened.Type, happened.AppId, WebexId.Person(happened.ActorKey), organisationId, happened.Created,
        At(happened.Data, baseUrl));

    // The addresses of files are where the reader calls.
    private static JsonElement At(JsonElement data, string baseUrl)
    {
        if (!data.TryGetProperty("files", out var files)) return data;
        var addresses = MessageData.FilesAt(baseUrl, [.. files.EnumerateArray().Select(id => id.GetString()!)]);
        var copy = JsonObject.Create(data)!;
        copy["files"] = new JsonArray([.. addresses.Select(address => JsonValue.Create(address))]);
        return JsonSerializer.SerializeToElement(copy, Wire.Json.JsonObject);
    }
}
