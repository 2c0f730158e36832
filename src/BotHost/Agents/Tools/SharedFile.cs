using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>A file in a message. Its address does not say in which space it is; the message does.</summary>
internal static class SharedFile
{
    public static async ValueTask<AgentCall> AimAsync(string file, MessageId? message, AgentCall call, ToolContext context, CancellationToken cancellationToken)
    {
        if (message is not { } id)
            return call;
        try
        {
            var found = await context.Webex.Messages.GetAsync(id, cancellationToken).ConfigureAwait(false);
            return found.Files.Contains(file, StringComparer.Ordinal)
                ? call with { Room = found.RoomId, Subject = id.Value }
                : throw new ToolException("That file is not in that message. Take the address from the message's files, as it is.");
        }
        catch (WebexException e) when ((int?)e.Status is 400 or 403 or 404)
        {
            return call with { Subject = id.Value };
        }
    }
}
