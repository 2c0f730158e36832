using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>A webhook is about the space its filter names, and about all where it names none.</summary>
internal static class WebhookAim
{
    private const string Room = "roomId=";

    /// <summary>What can be told of one space alone. What Webex makes of that filter elsewhere nobody knows.</summary>
    private static readonly string[] InRooms = ["messages", "memberships", "attachmentActions"];

    public static async ValueTask<AgentCall> OfAsync(WebhookId id, AgentCall call, ToolContext context, CancellationToken cancellationToken) =>
        await context.Facts.WebhookAsync(id, cancellationToken).ConfigureAwait(false) is { } webhook ? Of(webhook, call) with { Subject = id.Value } : call with { Subject = id.Value };

    public static AgentCall Of(Webhook webhook, AgentCall call) => call with { Room = RoomIn(webhook.Resource, webhook.Filter), Subject = webhook.Id.Value };

    public static RoomId? RoomIn(string? resource, string? filter)
    {
        if (!InRooms.Contains(resource ?? "", StringComparer.Ordinal))
            return null;
        var rooms = (filter ?? "").Split('&').Where(part => part.StartsWith(Room, StringComparison.Ordinal) && part.Length > Room.Length).ToList();
        // Two would be for Webex to choose from, so nothing is known.
        return rooms is [var one] ? new RoomId(one[Room.Length..]) : null;
    }
}
