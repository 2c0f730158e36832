namespace BotHost.Storage;

/// <summary>The keys under which the two sets of lanes are registered: a room has one lane in each.</summary>
internal static class LaneSet
{
    /// <summary>What came in.</summary>
    public const string Inbox = "in";

    /// <summary>What goes out.</summary>
    public const string Outbox = "out";
}
