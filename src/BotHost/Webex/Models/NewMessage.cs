using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>A message to post, to a room or to a person.</summary>
internal sealed record NewMessage : ICheckedRequest
{
    public RoomId? RoomId { get; init; }

    /// <summary>Posts to the direct room with this person, which comes into being if there is none yet.</summary>
    public PersonId? ToPersonId { get; init; }

    /// <inheritdoc cref="ToPersonId"/>
    public string? ToPersonEmail { get; init; }

    /// <summary>The root of the thread to answer in. Webex refuses the id of a message that is itself a reply.</summary>
    public MessageId? ParentId { get; init; }

    /// <summary>Plain text, at most 7,439 bytes; with <see cref="Markdown"/> the alternative for what cannot draw it.</summary>
    public string? Text { get; init; }

    /// <summary>Markdown, at most 7,439 bytes; wins over <see cref="Text"/>.</summary>
    public string? Markdown { get; init; }

    /// <summary>The public address of one file, at most 100 MB.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>A file to upload, instead of an address in <see cref="Files"/>.</summary>
    [JsonIgnore]
    public FileUpload? File { get; init; }

    /// <summary>
    /// One card. Give a text too: it is what notifications and older clients show. Whether Webex takes a card and a file in one message is
    /// not documented: it is asked, and its refusal passed on.
    /// </summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public void Check()
    {
        var destinations = (RoomId is null ? 0 : 1) + (ToPersonId is null ? 0 : 1) + (ToPersonEmail is null ? 0 : 1);
        if (destinations != 1)
            throw new ArgumentException(
                $"A message has one destination and this one has {destinations}. Set one of RoomId, ToPersonId, ToPersonEmail.");

        if (string.IsNullOrEmpty(Text + Markdown) && File is null && Files is not { Count: > 0 } && Attachments is not { Count: > 0 })
            throw new ArgumentException("A message without content. Set Text, Markdown, File, Files or Attachments.");

        if (File is not null && Files is { Count: > 0 })
            throw new ArgumentException("A message has one file and this one has two. Set either File or Files, and post another message for the other.");

        MessageLimits.CheckText(Text, nameof(Text));
        MessageLimits.CheckText(Markdown, nameof(Markdown));
        MessageLimits.CheckSingle(Files, nameof(Files));
        MessageLimits.CheckSingle(Attachments, nameof(Attachments));
        File?.Check();
    }

    /// <summary>The destination alone: what is said stays out of logs, and so do addresses.</summary>
    public override string ToString() => $"New message to {(RoomId is { } room ? $"room {room}" : "a person")}";
}
