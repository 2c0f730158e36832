namespace BotHost.Webex;

/// <summary>What a meeting that is over came to, as Webex's assistant put it.</summary>
internal sealed record MeetingSummary : WebexItem
{
    public required SummaryId Id { get; init; }

    public MeetingId? MeetingId { get; init; }

    public RecordingStatus Status { get; init; }

    public SummaryText? Notes { get; init; }

    public IReadOnlyList<SummaryText> ActionItems { get => field ?? []; init; }

    /// <summary>The id alone: what was said stays out of logs.</summary>
    public override string ToString() => $"Summary {Id}";
}

/// <summary>A piece of a summary.</summary>
internal sealed record SummaryText(string Content)
{
    /// <summary>Nothing of it: what was said stays out of logs.</summary>
    public override string ToString() => "Summary text";
}
