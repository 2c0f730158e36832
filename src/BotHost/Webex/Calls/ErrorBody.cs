using System.Text.Json;

namespace BotHost.Webex;

/// <summary>What Webex says about an error. Gateways in front of it answer with HTML or nothing: then all of it is missing.</summary>
internal sealed record ErrorBody(string? Message, IReadOnlyList<string> Errors, string? TrackingId)
{
    private static readonly ErrorBody None = new(null, [], null);

    public static ErrorBody Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement;
            return error.ValueKind == JsonValueKind.Object
                ? new ErrorBody(Text(error, "message"), Descriptions(error), Text(error, "trackingId"))
                : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string[] Descriptions(JsonElement error) =>
        error.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Select(item => Text(item, "description")).OfType<string>()]
            : [];

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > 0 } text ? text : null
            : null;
}
