using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ShareFile
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-share-file", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Share a file by its address",
        Description = "Posts a file that Webex fetches from a public address. Give exactly one of roomId, toPersonId, toPersonEmail, and fileUrl (or files with one address).",
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
                Files = (input.FileUrl, input.Files) switch
                {
                    ({ } address, null) => [address],
                    (null, { Count: > 0 } files) => files,
                    _ => throw new ToolException("Give the file's address once: fileUrl, or files with one entry."),
                },
            },
            ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The space to post to.")] RoomId? RoomId = null,
        [Description("The person to write to directly, by id.")] PersonId? ToPersonId = null,
        [Description("The person to write to directly, by e-mail address.")] string? ToPersonEmail = null,
        [Description("The file's public address.")] string? FileUrl = null,
        [Description("The same, as a list of one.")] IReadOnlyList<string>? Files = null,
        [Description("Plain text beside it.")] string? Text = null,
        [Description("Markdown beside it.")] string? Markdown = null);
}
