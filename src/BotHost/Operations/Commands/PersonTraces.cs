using System.Text;
using System.Text.Json;

namespace BotHost.Operations;

/// <summary>How much a stored event has to do with a person.</summary>
internal enum PersonTrace
{
    None,

    /// <summary>It names them; it is somebody else's.</summary>
    Named,

    /// <summary>It is about what they did, or about their membership.</summary>
    Theirs,
}

/// <summary>Finds a person in the body of a webhook. Field names: Webex webhooks guide.</summary>
internal static class PersonTraces
{
    public static PersonTrace In(byte[] body, string person)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root)
                return Bytes(body, person);
            if (Is(root, "actorId", person) || (root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && Is(data, "personId", person)))
                return PersonTrace.Theirs;
            // Whose webhook it was is the bot, or an app: not whom it is about.
            return root.EnumerateObject().Any(property => property.Name != "createdBy" && Names(property.Value, person)) ? PersonTrace.Named : PersonTrace.None;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Bytes(body, person);
        }
    }

    /// <summary>Kept though it could not be read: nothing says whose it is.</summary>
    private static PersonTrace Bytes(byte[] body, string person) =>
        body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(person)) >= 0 ? PersonTrace.Theirs : PersonTrace.None;

    private static bool Is(JsonElement parent, string name, string person) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(person);

    private static bool Names(JsonElement value, string person) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Contains(person, StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Names(item, person)),
        JsonValueKind.Object => value.EnumerateObject().Any(property => Names(property.Value, person)),
        _ => false,
    };
}
