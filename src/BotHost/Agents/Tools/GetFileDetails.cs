using System.ComponentModel;
using System.Text.Json.Nodes;
using BotHost.Access;

namespace BotHost.Agents;

internal static class GetFileDetails
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-file-details", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Look at a file",
        Description = "Tells name, type and size of a file in a message, without its bytes.",
        Aim = (input, call, context, ct) => SharedFile.AimAsync(input.FileUrl, input.MessageId, call, context, ct),
        Run = async (input, context, ct) =>
        {
            var details = await context.Webex.Files.GetDetailsAsync(input.FileUrl, cancellationToken: ct).ConfigureAwait(false);
            return new ToolOutput(new JsonObject { ["fileUrl"] = input.FileUrl, ["fileName"] = details.Name, ["contentType"] = details.ContentType, ["size"] = details.Length });
        },
    };

    internal sealed record Input(
        [Description("One of a message's files, as it is.")] string FileUrl,
        [Description("The message it is in. Needed where you may only see some spaces.")] MessageId? MessageId = null);
}
