namespace BotHost.Webex;

/// <summary>One utterance of a transcript.</summary>
internal sealed record Snippet : WebexItem
{
    public required SnippetId Id { get; init; }

    public string? Text { get; init; }

    public string? PersonName { get; init; }

    public string? PersonEmail { get; init; }

    /// <summary>From the transcript's beginning.</summary>
    public long OffsetMillisecond { get; init; }

    public long DurationMillisecond { get; init; }

    /// <summary>The id alone: what was said stays out of logs.</summary>
    public override string ToString() => $"Snippet {Id}";
}

/// <summary>What an utterance is to read.</summary>
internal sealed record SnippetUpdate
{
    public required string Text { get; init; }

    public string? Reason { get; init; }

    /// <summary>Nothing of it: what was said stays out of logs.</summary>
    public override string ToString() => "Update of a snippet";
}
