using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class UpdateMembership
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-update-membership", AgentResource.Memberships, AgentLevel.Full)
    {
        Title = "Make or unmake a moderator",
        Description = "Makes a member a moderator, or no longer one. In a space without moderators this makes it a moderated one, and you a moderator too.",
        IsIdempotent = true,
        Aim = (input, call, context, ct) => MembershipAim.OfAsync(input.MembershipId, call, context, ct),
        Run = async (input, context, ct) => ToolOutput.Of(await context.Webex.Memberships.UpdateAsync(
            input.MembershipId, new MembershipUpdate { IsModerator = input.IsModerator, IsRoomHidden = input.IsRoomHidden }, ct).ConfigureAwait(false)),
    };

    internal sealed record Input(
        [Description("The membership to change.")] MembershipId MembershipId,
        [Description("Whether the person is to be a moderator.")] bool IsModerator,
        [Description("Whether the space is hidden; direct ones only.")] bool? IsRoomHidden = null);
}
