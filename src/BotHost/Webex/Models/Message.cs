namespace BotHost.Webex;

/// <summary>A message. Webex leaves out what has no value.</summary>
internal sealed record Message : WebexItem
{
    public required MessageId Id { get; init; }

    public required RoomId RoomId { get; init; }

    public required PersonId PersonId { get; init; }

    public string? PersonEmail { get; init; }

    public RoomType RoomType { get; init; }

    /// <summary>Whom it was posted to; only in the answer to a post that named the person so.</summary>
    public PersonId? ToPersonId { get; init; }

    /// <inheritdoc cref="ToPersonId"/>
    public string? ToPersonEmail { get; init; }

    /// <summary>The message this one answers: always the root of its thread, never a reply.</summary>
    public MessageId? ParentId { get; init; }

    /// <summary>Plain text; a mention stands in it as the mentioned person's display name.</summary>
    public string? Text { get; init; }

    /// <summary>As it was posted; absent when the message was posted as text.</summary>
    public string? Markdown { get; init; }

    /// <summary>As Webex drew it; a mention is a <c>spark-mention</c> element.</summary>
    public string? Html { get; init; }

    /// <summary>Addresses of the files, below the API's own <c>contents/</c>.</summary>
    public IReadOnlyList<string> Files { get => field ?? []; init; }

    public IReadOnlyList<Attachment> Attachments { get => field ?? []; init; }

    public IReadOnlyList<PersonId> MentionedPeople { get => field ?? []; init; }

    /// <summary>Only <c>all</c> so far.</summary>
    public IReadOnlyList<string> MentionedGroups { get => field ?? []; init; }

    public bool IsVoiceClip { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last edited; null when never.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The id alone: what was said stays out of logs.</summary>
    public override string ToString() => $"Message {Id}";
}
