using System.Text.Json.Nodes;

namespace BotHost.Agents;

/// <summary>What a tool has to show.</summary>
/// <param name="Data">The field <c>data</c> of its answer.</param>
/// <param name="IsFile">Whether it holds a file, which has a limit of its own.</param>
internal sealed record ToolOutput(JsonNode Data, bool IsFile = false)
{
    public static ToolOutput Of<T>(T value) => new(ToolJson.Of(value));

    /// <summary>Of what is gone nothing is left to show but its id.</summary>
    public static ToolOutput Deleted(string id) => new(new JsonObject { ["id"] = id, ["deleted"] = true });
}
