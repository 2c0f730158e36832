using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace BotHost.Agents;

/// <summary>
/// What an agent is told: <c>{"success":true,"data":{…}}</c>, or <c>{"success":false,"error":"…"}</c> with a sentence that ends with what to do. A refusal is an
/// answer too, which a model reads; errors of the protocol are for programs.
/// </summary>
internal sealed record ToolAnswer(JsonObject Content, string? Problem, bool IsFile = false)
{
    public bool IsError => Problem is not null;

    public string Text => Content.ToJsonString(ToolJson.Options);

    public static ToolAnswer Failed(string problem) => new(new JsonObject { ["success"] = false, ["error"] = problem }, problem);

    public static ToolAnswer Done(ToolOutput output, AgentTool tool, int mostBytes)
    {
        var content = new JsonObject { ["success"] = true };
        if (tool.Writings.Count > 0)
            content[Writing.Field] = Writing.Mark(tool.Writings);
        content["data"] = output.Data;
        var answer = new ToolAnswer(content, null, output.IsFile);
        return output.IsFile || System.Text.Encoding.UTF8.GetByteCount(answer.Text) <= mostBytes + 1024
            ? answer
            : Failed($"It was done, but the answer has more than {mostBytes} bytes. Ask for less: a smaller max, a shorter time, or one item by its id.");
    }

    public CallToolResult ToResult()
    {
        var text = Text;
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = text }],
            // A file is not sent twice.
            StructuredContent = IsFile ? null : JsonElement.Parse(text),
            IsError = IsError,
        };
    }
}
