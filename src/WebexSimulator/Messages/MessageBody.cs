using System.Text.Json;
using WebexSimulator.Model;

namespace WebexSimulator.Messages;

/// <summary>A message on the wire. The destination it was sent to is echoed only to whoever sends it.</summary>
internal sealed record MessageBody(
    string Id, string? ParentId, string RoomId, string RoomType, string? ToPersonId, string? ToPersonEmail, string? Text, string? Markdown, string? Html,
    IReadOnlyList<string>? Files,
    string PersonId, string PersonEmail, IReadOnlyList<string>? MentionedPeople, IReadOnlyList<string>? MentionedGroups,
    IReadOnlyList<JsonElement>? Attachments, DateTimeOffset Created, DateTimeOffset? Updated)
{
    public static MessageBody Of(Message message, Person reader, SimulatorSwitches switches)
    {
        var (content, data) = (message.Content, MessageData.Of(message));
        var showsMarkdown = !switches.MarkdownForItsAuthorOnly || message.Author.Key == reader.Key;
        return new(
            data.Id, data.ParentId, data.RoomId, data.RoomType, null, null, content.Text, showsMarkdown ? content.Markdown : null, content.Html,
            data.Files,
            data.PersonId, data.PersonEmail, data.MentionedPeople, data.MentionedGroups,
            message.Attachments is [] ? null : message.Attachments, message.Created, message.Updated);
    }

    /// <summary>With the addresses of its files, which are where the reader calls.</summary>
    public MessageBody At(string baseUrl) => Files is null ? this : this with { Files = MessageData.FilesAt(baseUrl, Files) };
}

/// <summary>A message in a webhook: who, where and when, not what.</summary>
internal sealed record MessageData(
    string Id, string RoomId, string RoomType, string? ParentId, IReadOnlyList<string>? Files, string PersonId, string PersonEmail,
    IReadOnlyList<string>? MentionedPeople, IReadOnlyList<string>? MentionedGroups, DateTimeOffset? Created, DateTimeOffset? Updated = null)
{
    public static MessageData Of(Message message) => new(
        message.Id, WebexId.Room(message.RoomKey), message.IsDirect ? "direct" : "group",
        message.ParentKey is { } parent ? WebexId.Message(parent) : null, message.File is null ? null : [WebexId.Content(message.Key)],
        message.Author.Id, message.Author.Email, message.Content.MentionedPeople is [] ? null : [.. message.Content.MentionedPeople.Select(WebexId.Person)],
        message.Content.MentionsAll ? ["all"] : null, message.Created);

    public MessageData At(string baseUrl) => Files is null ? this : this with { Files = FilesAt(baseUrl, Files) };

    public static IReadOnlyList<string> FilesAt(string baseUrl, IReadOnlyList<string> ids) => [.. ids.Select(id => $"{baseUrl}/contents/{id}")];

    /// <summary>What is left of a deleted one.</summary>
    public static MessageData OfDeleted(Message message) =>
        Of(message) with { ParentId = null, Files = null, MentionedPeople = null, MentionedGroups = null, Created = null };
}
