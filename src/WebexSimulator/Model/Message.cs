using System.Text.Json;
using WebexSimulator.Files;

namespace WebexSimulator.Model;

internal sealed record Message
{
    public required Guid Key { get; init; }
    public required Guid RoomKey { get; init; }
    public required bool IsDirect { get; init; }
    public required Person Author { get; init; }

    /// <summary>The application it was posted with.</summary>
    public required string AppId { get; init; }

    /// <summary>The first message of the thread this one is a reply in.</summary>
    public Guid? ParentKey { get; init; }
    public required MessageContent Content { get; init; }
    public IReadOnlyList<JsonElement> Attachments { get; init; } = [];
    public StoredFile? File { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public int Edits { get; init; }

    public string Id => WebexId.Message(Key);

    public bool Mentions(Person person) => Content.MentionedPeople.Contains(person.Key);
}

/// <summary>What a message says. An edit replaces the whole of it.</summary>
internal sealed record MessageContent(string? Text, string? Markdown, string? Html, IReadOnlyList<Guid> MentionedPeople, bool MentionsAll)
{
    public static MessageContent Plain(string? text) => new(text, null, null, [], false);
}
