using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Testing;

/// <summary>A message as the REST API shows it.</summary>
public sealed class TestMessage(JsonElement json)
{
    /// <summary>The message as Webex's JSON.</summary>
    public JsonElement Json => json;

    /// <summary>Its id.</summary>
    public string Id => json.GetProperty("id").GetString()!;

    /// <summary>The room it stands in.</summary>
    public string RoomId => json.GetProperty("roomId").GetString()!;

    /// <summary>Who wrote it.</summary>
    public string PersonEmail => json.GetProperty("personEmail").GetString()!;

    /// <summary>The message that began its thread, or null.</summary>
    public string? ParentId => json.TryGetProperty("parentId", out var parent) ? parent.GetString() : null;

    /// <summary>What it says, as plain text.</summary>
    public string Text => json.TryGetProperty("text", out var text) ? text.GetString()! : "";

    /// <summary>The Markdown it was posted with, or null.</summary>
    public string? Markdown => json.TryGetProperty("markdown", out var markdown) ? markdown.GetString() : null;

    /// <summary>Its adaptive card, or null.</summary>
    public JsonElement? Card =>
        json.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("content") : null;

    /// <summary>The titles of the card's buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions().Select(action => action.GetProperty("title").GetString()!)];

    /// <summary>What a client submits when a button is pressed: what was filled in, merged with the button's data.</summary>
    internal JsonObject Press(string button, object? inputs)
    {
        var action = Actions().FirstOrDefault(a => a.GetProperty("title").GetString() == button);
        if (action.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException($"The card has no button '{button}'. It has {string.Join(", ", Buttons)}.");
        var submitted = inputs is null ? [] : JsonSerializer.SerializeToNode(inputs)!.AsObject();
        if (action.TryGetProperty("data", out var data))
        {
            foreach (var property in data.EnumerateObject())
                submitted[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return submitted;
    }

    private IEnumerable<JsonElement> Actions() =>
        Card?.TryGetProperty("actions", out var actions) == true ? actions.EnumerateArray() : [];
}
