using System.ComponentModel;
using System.Text.Json.Nodes;
using BotHost.Access;

namespace BotHost.Agents;

internal static class DownloadFile
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-download-file", AgentResource.Messages, AgentLevel.Read)
    {
        Title = "Download a file",
        Description = "Returns a file of a message in base64. Look at its size with webex-get-file-details first.",
        Aim = (input, call, context, ct) => SharedFile.AimAsync(input.FileUrl, input.MessageId, call, context, ct),
        Writings = ["fileName", "content"],
        Run = async (input, context, ct) =>
        {
            await using var file = await context.Webex.Files.DownloadAsync(input.FileUrl, cancellationToken: ct).ConfigureAwait(false);
            var bytes = await ReadAsync(file.Content, file.Length, context.Limits.MaxFileBytes, ct).ConfigureAwait(false);
            return new ToolOutput(
                new JsonObject { ["fileName"] = file.Name, ["contentType"] = file.ContentType, ["size"] = bytes.Length, ["content"] = Convert.ToBase64String(bytes) }, IsFile: true);
        },
    };

    private static async Task<byte[]> ReadAsync(Stream content, long? length, int most, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (length is null or >= 0 && !(length > most) && await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            length = Math.Max(length ?? 0, bytes.Length);
        }

        return length > most
            ? throw new ToolException($"The file has more than {most} bytes, the most this host hands to agents. Ask the person you work for to open it in Webex.")
            : bytes.ToArray();
    }

    internal sealed record Input(
        [Description("One of a message's files, as it is.")] string FileUrl,
        [Description("The message it is in. Needed where you may only see some spaces.")] MessageId? MessageId = null);
}
