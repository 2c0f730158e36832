using System.Text.Json;

namespace BotHost.Bot;

/// <summary>Something that happened at Webex, other than a message that was written or a button that was pressed.</summary>
/// <param name="Resource">What it happened to, in Webex's spelling: <c>memberships</c>, <c>rooms</c>, <c>meetings</c>, …</param>
/// <param name="Name">What happened, in Webex's spelling: <c>created</c>, <c>updated</c>, <c>deleted</c>, <c>started</c>, …</param>
/// <param name="Data">
/// The event's <c>data</c> as Webex sent it: ids and states, never a text or title. It is as old as its delivery: ask Webex again before
/// anything depends on it.
/// </param>
public sealed record WebexEvent(string Resource, string Name, JsonElement Data)
{
    /// <summary>Whose membership it was.</summary>
    internal Member? Member { get; init; }

    /// <summary>The room, of an event about rooms.</summary>
    internal Space? Space { get; init; }

    /// <summary>The meeting, of an event about one that is not deleted.</summary>
    internal Meeting? Meeting { get; init; }

    /// <summary>Whether it happened to the bot itself.</summary>
    internal bool IsAboutBot { get; init; }

    /// <summary>The kind alone: ids and addresses stay out of logs.</summary>
    public override string ToString() => $"{Resource}/{Name}";
}
