using BotHost.Access;

namespace BotHost.Agents;

/// <summary>A webhook is about the space its filter names, and about all where it names none.</summary>
internal static class WebhookAim
{
    private const string Room = "roomId=";

    public static async ValueTask<AgentCall> OfAsync(WebhookId id, AgentCall call, ToolContext context, CancellationToken cancellationToken) => call with
    {
        Room = RoomIn((await context.Facts.WebhookAsync(id, cancellationToken).ConfigureAwait(false))?.Filter), Subject = id.Value,
    };

    public static RoomId? RoomIn(string? filter)
    {
        var rooms = (filter ?? "").Split('&').Where(part => part.StartsWith(Room, StringComparison.Ordinal) && part.Length > Room.Length).ToList();
        // Two would be for Webex to choose from, so nothing is known.
        return rooms is [var one] ? new RoomId(one[Room.Length..]) : null;
    }
}
