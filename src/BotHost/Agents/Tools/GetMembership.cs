using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class GetMembership
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-membership", AgentResource.Memberships, AgentLevel.Read)
    {
        Title = "See who is in a space",
        Description = "Looks at one membership by membershipId, or lists the members of the space roomId. Without either it lists the spaces you are a member of.",
        Aim = (input, call, context, ct) => input.MembershipId is { } id
            ? MembershipAim.OfAsync(id, call, context, ct)
            : new(call with { Room = input.RoomId, Person = input.PersonId, Email = input.PersonEmail, IsList = true }),
        Run = async (input, context, ct) => input.MembershipId is { } id
            ? ToolOutput.Of(await context.Webex.Memberships.GetAsync(id, ct).ConfigureAwait(false))
            : await Listing.ReadAsync(
                "memberships", context.Webex.Memberships.ListAsync(input.RoomId, input.PersonId, input.PersonEmail, Listing.PageSize(new PageWish(input.Max, null)), ct),
                new PageWish(input.Max, input.Cursor), context, (member, call) => call with { Room = member.RoomId, Person = member.PersonId, Email = member.PersonEmail }, ct)
                .ConfigureAwait(false),
    };

    internal sealed record Input(
        [Description("The membership to look at.")] MembershipId? MembershipId = null,
        [Description("The space whose members are listed.")] RoomId? RoomId = null,
        [Description("Only this person's, by id.")] PersonId? PersonId = null,
        [Description("Only this person's, by e-mail address.")] string? PersonEmail = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
