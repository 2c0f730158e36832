using System.ComponentModel;
using BotHost.Access;

namespace BotHost.Agents;

internal static class RemoveMembership
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-remove-membership", AgentResource.Memberships, AgentLevel.Full)
    {
        Title = "Remove a person from a space",
        Description = "Removes a person from a space; with your own membership, you leave it.",
        IsIdempotent = true,
        Aim = (input, call, context, ct) => MembershipAim.OfAsync(input.MembershipId, call, context, ct),
        Run = async (input, context, ct) =>
        {
            await context.Webex.Memberships.DeleteAsync(input.MembershipId, ct).ConfigureAwait(false);
            return ToolOutput.Deleted(input.MembershipId.Value);
        },
    };

    internal sealed record Input([Description("The membership to end.")] MembershipId MembershipId);
}
