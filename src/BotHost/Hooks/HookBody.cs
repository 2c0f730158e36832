using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BotHost.Hooks;

/// <summary>What was sent to a hook, in whichever of its media types, as JSON.</summary>
internal static class HookBody
{
    public const string Types = "application/json, text/plain or application/x-www-form-urlencoded, in UTF-8";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private enum Kind
    {
        Json,
        Text,
        Form,
    }

    /// <summary>Whether a body of this type is read at all.</summary>
    public static bool IsKnown(string? contentType) => KindOf(contentType) is not null;

    /// <summary>JSON, or what is wrong with it. A text is <c>{"text": "…"}</c>; of a form, the field <c>payload</c>, or all fields.</summary>
    public static (string? Sent, string? Problem) Read(string? contentType, byte[] body)
    {
        try
        {
            var text = Strict.GetString(body);
            if (string.IsNullOrWhiteSpace(text))
                return (null, $"The body is empty. Send {Types}.");
            return KindOf(contentType) switch
            {
                Kind.Text => (JsonSerializer.Serialize(new { text }), null),
                Kind.Form => ReadForm(new FormReader(text).ReadForm()),
                _ => ReadJson(text),
            };
        }
        catch (DecoderFallbackException)
        {
            return (null, $"The body is not valid UTF-8. Send {Types}.");
        }
        catch (InvalidDataException)
        {
            return (null, "The form has too many fields, or too long ones. Send JSON instead.");
        }
    }

    private static (string?, string?) ReadForm(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> fields) =>
        fields.TryGetValue("payload", out var payload)
            ? ReadJson(payload.ToString())
            : (JsonSerializer.Serialize(fields.ToDictionary(field => field.Key, field => field.Value.ToString())), null);

    private static (string?, string?) ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            Spell(document.RootElement);
            return (text, null);
        }
        catch (JsonException e)
        {
            return (null, $"The body is not JSON as it should be (line {e.LineNumber + 1}): no names twice, no deeper than 64, one value. Correct it.");
        }
        catch (InvalidOperationException)
        {
            return (null, "The body names something with half a surrogate pair, which is no text. Correct it.");
        }
    }

    /// <summary>Reads every text: JSON can spell what is none.</summary>
    private static void Spell(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            _ = value.GetString();
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                Spell(item);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var property in value.EnumerateObject())
            {
                _ = property.Name;
                Spell(property.Value);
            }
    }

    private static Kind? KindOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return null;
        var name = type.MediaType.Value!.ToLowerInvariant();
        return name == "text/plain" ? Kind.Text
            : name == "application/x-www-form-urlencoded" ? Kind.Form
            : name == "application/json" || name.EndsWith("+json", StringComparison.Ordinal) ? Kind.Json
            : null;
    }
}
