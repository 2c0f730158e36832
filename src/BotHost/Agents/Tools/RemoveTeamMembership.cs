using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class RemoveTeamMembership
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-remove-team-membership", AgentResource.TeamMemberships, AgentLevel.Full)
    {
        Title = "Remove a person from a team",
        Description = "Removes a person from a team, and so from its spaces.",
        IsIdempotent = true,
        Aim = (input, call, context, ct) => MembershipAim.OfAsync(input.MembershipId, call, context, ct),
        Run = async (input, context, ct) =>
        {
            await context.Webex.TeamMemberships.DeleteAsync(input.MembershipId, ct).ConfigureAwait(false);
            return ToolOutput.Deleted(input.MembershipId.Value);
        },
    };

    internal sealed record Input([Description("The team membership to end.")] TeamMembershipId MembershipId);
}
