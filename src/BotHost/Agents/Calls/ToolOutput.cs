using System.Text.Json.Nodes;

namespace BotHost.Agents;

/// <summary>What a tool has to show.</summary>
/// <param name="Data">The field <c>data</c> of its answer.</param>
/// <param name="IsFile">Whether it holds a file, which has a limit of its own.</param>
internal sealed record ToolOutput(JsonNode Data, bool IsFile = false)
{
    /// <summary>The id of what came of it, where it has one: of Webex a text, of this host a number.</summary>
    public string? Id => (Data as JsonObject)?["id"] is JsonValue id ? id.ToString() : null;

    public static ToolOutput Of<T>(T value) => new(ToolJson.Of(value));

    /// <summary>Of what is gone nothing is left to show but its id.</summary>
    public static ToolOutput Deleted(string id) => new(new JsonObject { ["id"] = id, ["deleted"] = true });
}
