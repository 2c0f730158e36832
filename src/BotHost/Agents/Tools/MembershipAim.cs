using BotHost.Access;

namespace BotHost.Agents;

/// <summary>Whose membership of what an id stands for. Where it cannot be seen, the call is about nothing known.</summary>
internal static class MembershipAim
{
    public static async ValueTask<AgentCall> OfAsync(MembershipId id, AgentCall call, ToolContext context, CancellationToken cancellationToken)
    {
        var membership = await context.Facts.MembershipAsync(id, cancellationToken).ConfigureAwait(false);
        return call with { Room = membership?.RoomId, Person = membership?.PersonId, Email = membership?.PersonEmail, Subject = id.Value };
    }

    public static async ValueTask<AgentCall> OfAsync(TeamMembershipId id, AgentCall call, ToolContext context, CancellationToken cancellationToken)
    {
        var membership = await context.Facts.TeamMembershipAsync(id, cancellationToken).ConfigureAwait(false);
        return call with { Team = membership?.TeamId, Person = membership?.PersonId, Email = membership?.PersonEmail, Subject = id.Value };
    }
}
