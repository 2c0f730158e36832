using System.Text;

namespace BotHost.Webex;

/// <summary>A message with a file as <c>multipart/form-data</c>: a part for each field, as text, and the file in the part <c>files</c>.</summary>
internal sealed class UploadContent : MultipartFormDataContent
{
    private readonly FileContent file;

    public UploadContent(NewMessage message, FileUpload upload)
    {
        HeaderEncodingSelector = (_, _) => Encoding.UTF8; // For the file's name, as RFC 7578 wants it and browsers do it.
        file = new FileContent(upload);
        AddText("roomId", message.RoomId?.Value);
        AddText("toPersonId", message.ToPersonId?.Value);
        AddText("toPersonEmail", message.ToPersonEmail);
        AddText("parentId", message.ParentId?.Value);
        AddText("text", message.Text);
        AddText("markdown", message.Markdown);
        if (message.Attachments is { Count: > 0 } attachments)
            Add(WireBody.Json(attachments), Quoted("attachments"));
        Add(file);
    }

    /// <summary>Whether the same request may be sent once more: not when the file was begun and cannot be rewound.</summary>
    public bool CanBeSentAgain => file.CanBeSentAgain;

    /// <summary>Told after each piece of the file that left.</summary>
    public Action? Progressed { set => file.Progressed = value; }

    private void AddText(string name, string? value)
    {
        if (value is not null)
            Add(new StringContent(value, Encoding.UTF8, "text/plain"), Quoted(name));
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
