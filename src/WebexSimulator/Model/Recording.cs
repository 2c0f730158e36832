namespace WebexSimulator.Model;

/// <summary>What is left of a meeting: it belongs to one that was held.</summary>
internal sealed record Recording
{
    public required Guid Key { get; init; }
    public required Guid MeetingKey { get; init; }
    public required Guid InstanceKey { get; init; }
    public required string Topic { get; init; }
    public required DateTimeOffset Recorded { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary><c>MP4</c> or <c>ARF</c>.</summary>
    public required string Format { get; init; }
    public required int Seconds { get; init; }
    public required long Bytes { get; init; }
    public required string Password { get; init; }

    /// <summary>Whom the host lets see it, by address.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];
    public bool IsDeleted { get; init; }

    public string Id => Key.ToString("N");

    public string Status => IsDeleted ? "deleted" : "available";

    public bool IsSharedWith(Person person) => SharedWith.Contains(person.Email, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What was said in a meeting.</summary>
internal sealed record Transcript
{
    public required Guid Key { get; init; }
    public required Guid MeetingKey { get; init; }
    public required Guid InstanceKey { get; init; }
    public required DateTimeOffset Started { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required IReadOnlyList<Snippet> Snippets { get; init; }
    public bool IsDeleted { get; init; }

    public string Id => Key.ToString("N");
}

/// <summary>What one person said at a stretch; times in milliseconds.</summary>
internal sealed record Snippet(string Text, string PersonName, string PersonEmail, long Offset, long Duration);

/// <summary>What a meeting came to, as Webex's assistant puts it.</summary>
internal sealed record MeetingSummary
{
    public required Guid Key { get; init; }
    public required Guid MeetingKey { get; init; }
    public required Guid InstanceKey { get; init; }

    /// <summary>HTML.</summary>
    public required string Notes { get; init; }
    public required IReadOnlyList<string> ActionItems { get; init; }
    public required DateTimeOffset Created { get; init; }
    public bool IsDeleted { get; init; }
}
