using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class UploadFile
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-upload-file", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Upload a file",
        Description = "Posts a file whose bytes you have, in base64. Give exactly one of roomId, toPersonId, toPersonEmail.",
        About = (input, call) => call.To(input.RoomId, input.ToPersonId, input.ToPersonEmail),
        Says = input => input.Markdown ?? input.Text,
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Messages.CreateAsync(
            new NewMessage
            {
                RoomId = input.RoomId,
                ToPersonId = input.ToPersonId,
                ToPersonEmail = input.ToPersonEmail,
                Text = input.Text,
                Markdown = Destination.Checked(input.Markdown),
                File = new FileUpload(input.FileName, new MemoryStream(Bytes(input.FileContent, context.Limits.MaxFileBytes)), input.ContentType ?? "application/octet-stream"),
            },
            ct).ConfigureAwait(false)),
    };

    private static byte[] Bytes(string base64, int most)
    {
        if (base64.Length > (most * 4L / 3) + 4)
            throw new ToolException($"The file is larger than {most} bytes, the most this host takes from agents. Share its address with webex-share-file instead.");
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new ToolException("fileContent is not base64. Encode the file's bytes in base64, without a data: prefix.");
        }
    }

    internal sealed record Input(
        [Description("The file's bytes, in base64.")] string FileContent,
        [Description("Its name, without a path: report.pdf.")] string FileName,
        [Description("Such as application/pdf.")] string? ContentType = null,
        [Description("The space to post to.")] RoomId? RoomId = null,
        [Description("The person to write to directly, by id.")] PersonId? ToPersonId = null,
        [Description("The person to write to directly, by e-mail address.")] string? ToPersonEmail = null,
        [Description("Plain text beside it.")] string? Text = null,
        [Description("Markdown beside it.")] string? Markdown = null);
}
