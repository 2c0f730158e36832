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

    /// <summary>Addresses of its files; <see cref="TestPerson.DownloadAsync"/> fetches them.</summary>
    public IReadOnlyList<string> Files =>
        json.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(file => file.GetString()!)] : [];

    /// <summary>The titles of the card's buttons: those at its foot, those among its elements, and those of cards behind other buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. CardParts.Buttons(Card).Select(button => button.Title)];

    /// <summary>What stands in the card's inputs at first, by their ids; null in those that are empty. Inputs of cards behind buttons are there too.</summary>
    public IReadOnlyDictionary<string, string?> Inputs => CardParts.Inputs(Card, withCardsBehind: true);

    /// <summary>
    /// What a client submits when a button is pressed: what stands in the inputs, over it what was filled in, merged with the button's data.
    /// </summary>
    internal JsonObject Press(string button, object? inputs)
    {
        var pressed = CardParts.Buttons(Card).FirstOrDefault(b => b.Title == button)
            ?? throw new ArgumentException($"The card has no button '{button}'. It has {string.Join(", ", Buttons)}.");
        var submitted = new JsonObject();
        foreach (var (id, value) in pressed.Inputs)
        {
            if (value is not null)
                submitted[id] = value;
        }

        foreach (var (id, value) in inputs is null ? [] : JsonSerializer.SerializeToNode(inputs)!.AsObject())
            submitted[id] = value?.DeepClone();
        if (pressed.Json.TryGetProperty("data", out var data))
        {
            foreach (var property in data.EnumerateObject())
                submitted[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return submitted;
    }
}
