using System.ComponentModel;
using System.Text.Json;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class CreateMessage
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-create-message", AgentResource.Messages, AgentLevel.Use)
    {
        Title = "Post a message",
        Description = "Posts a message to a space or directly to a person. Give exactly one of roomId, toPersonId, toPersonEmail, and at least one of text, markdown, files, "
            + "attachments. To answer in a thread take webex-create-thread-reply. If the answer says that Webex may have carried it out, look before you post again.",
        About = (input, call) => call.To(input.RoomId, input.ToPersonId, input.ToPersonEmail),
        Says = input => input.Markdown ?? input.Text,
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Messages.CreateAsync(
            new NewMessage
            {
                RoomId = input.RoomId,
                ToPersonId = input.ToPersonId,
                ToPersonEmail = input.ToPersonEmail,
                ParentId = input.ParentId,
                Text = input.Text,
                Markdown = Destination.Checked(input.Markdown ?? input.Html),
                Files = input.Files,
                Attachments = input.Attachments is null ? null
                    : [.. input.Attachments.Select(card => new Attachment { ContentType = card.ContentType ?? Attachment.AdaptiveCard, Content = card.Content })],
            },
            ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The space to post to.")] RoomId? RoomId = null,
        [Description("The person to write to directly, by id.")] PersonId? ToPersonId = null,
        [Description("The person to write to directly, by e-mail address.")] string? ToPersonEmail = null,
        [Description("Plain text, at most 7439 bytes.")] string? Text = null,
        [Description("Markdown, at most 7439 bytes. Mention a person with <@personEmail:name@example.com>.")] string? Markdown = null,
        [Description("HTML as Webex knows it; posted as markdown, which takes the same tags.")] string? Html = null,
        [Description("The public address of one file.")] IReadOnlyList<string>? Files = null,
        [Description("One Adaptive Card: {contentType, content}.")] IReadOnlyList<Card>? Attachments = null,
        [Description("The first message of the thread to answer in.")] MessageId? ParentId = null);

    internal sealed record Card(
        [Description("The card's JSON.")] JsonElement Content,
        [Description("application/vnd.microsoft.card.adaptive unless told.")] string? ContentType = null);
}
