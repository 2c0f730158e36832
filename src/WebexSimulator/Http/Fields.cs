using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace WebexSimulator.Http;

/// <summary>
/// The fields of a request body. Webex ignores fields it does not know and takes a GET's whole object in a PUT, so operations ask for
/// what they use and nothing is bound. JSON and forms look the same from here.
/// </summary>
internal sealed class Fields(JsonElement body, IReadOnlyList<IFormFile> files)
{
    private const long MaxJsonBytes = 1_048_576;

    /// <summary>The uploaded files, in the parts named <c>files</c> of a multipart form. On disk where they are long.</summary>
    public IReadOnlyList<IFormFile> Files => files;

    public static async Task<Fields> ReadAsync(HttpRequest request, SimulatorOptions options, CancellationToken cancellationToken)
    {
        // A file may be long; JSON never is, and is held in memory.
        // More of it is read than is taken, as a client that is cut off while it sends does not see why.
        var most = request.HasFormContentType ? options.Files.MaxBytes + MaxJsonBytes : 4 * MaxJsonBytes;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most;
        if (request.HasFormContentType) return OfForm(await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most }, cancellationToken));
        if (request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) is not true)
            throw options.Switches.WrongContentTypeIs415
                ? new Refusal(StatusCodes.Status415UnsupportedMediaType, $"Content type '{request.ContentType}' not supported")
                : Refusal.BadRequest();

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length > MaxJsonBytes) throw Refusal.BadRequest(Http.Texts.TooBig);
        return OfJson(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    public bool Has(string name) => body.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    /// <summary>Whether it was sent as null, which where only what is sent is changed means to clear it.</summary>
    public bool IsNull(string name) => body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Null;

    /// <summary>Whatever was sent, as it was sent.</summary>
    public JsonElement? Value(string name) => Find(name) is { } value ? Copy(value) : null;

    /// <summary>A text, or null where it is absent or null.</summary>
    public string? Text(string name) => Find(name) is not { } value ? null : Text(value);

    /// <summary>A text that says something: an empty one counts as absent.</summary>
    public string? Filled(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(Text(value), out var flag) => flag,
        _ => throw Refusal.BadRequest(),
    };

    public IReadOnlyList<JsonElement> List(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray().Select(Copy)],
        { } value => [Copy(value)],
    };

    /// <summary>A list of texts that say something; one alone need not be a list.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select(item => Text(item) is { Length: > 0 } text ? text : null).OfType<string>()];

    public double? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => throw Refusal.BadRequest(),
    };

    /// <summary>An object as it was sent.</summary>
    public JsonElement? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => Copy(value),
        _ => throw Refusal.BadRequest(),
    };

    private JsonElement? Find(string name) => Has(name) ? body.GetProperty(name) : null;

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String) throw Refusal.BadRequest();
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: valid JSON, but no text.
            throw Refusal.BadRequest();
        }
    }

    // Written out once here, so that what cannot be written is refused now and not when somebody reads it.
    private static JsonElement Copy(JsonElement value)
    {
        try
        {
            return JsonElement.Parse(JsonSerializer.SerializeToUtf8Bytes(value, WireJson.Default.JsonElement));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw Refusal.BadRequest();
        }
    }

    private static Fields OfJson(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span)) throw Refusal.BadRequest();
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.ValueKind is JsonValueKind.Object ? new(document.RootElement.Clone(), []) : throw Refusal.BadRequest();
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest();
        }
    }

    private static Fields OfForm(IFormCollection form)
    {
        var fields = new JsonObject();
        foreach (var (name, values) in form)
            fields[name] = values is [var single] ? single : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        return new(JsonElement.Parse(fields.ToJsonString()), form.Files.GetFiles("files"));
    }
}
