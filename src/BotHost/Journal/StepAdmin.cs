using BotHost.Storage;

namespace BotHost.Journal;

/// <summary>A step of a handler as operators see it: not what it was about, nor what it came to.</summary>
internal sealed record StepFacts
{
    public long Number { get; init; }
    public string Name { get; init; } = "";
    public long? BeganAt { get; init; }
    public long? EndedAt { get; init; }
    public string? Subject { get; init; }
}

/// <summary>What operators ask of the journal.</summary>
internal static class StepAdmin
{
    public static IReadOnlyList<StepFacts> Of(WriteSession session, long @event) => session.Rows<StepFacts>(
        "SELECT number AS Number, name AS Name, began_at AS BeganAt, ended_at AS EndedAt, subject AS Subject FROM steps WHERE event = @event ORDER BY number",
        ("@event", @event));
}
