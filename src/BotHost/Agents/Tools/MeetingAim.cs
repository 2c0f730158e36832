using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>What a meeting is about: the space it belongs to, if it belongs to one, and its host.</summary>
internal static class MeetingAim
{
    public static AgentCall Of(Meeting meeting, AgentCall call) =>
        call with { Room = meeting.RoomId, Person = meeting.HostUserId, Email = meeting.HostEmail, Subject = meeting.Id.Value };

    public static async ValueTask<AgentCall> OfAsync(MeetingId id, AgentCall call, ToolContext context, CancellationToken cancellationToken) =>
        await context.Facts.MeetingAsync(id, cancellationToken).ConfigureAwait(false) is { } meeting ? Of(meeting, call) with { Subject = id.Value } : call with { Subject = id.Value };
}
