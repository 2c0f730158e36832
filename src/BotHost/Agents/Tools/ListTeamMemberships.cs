using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListTeamMemberships
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-team-memberships", AgentResource.TeamMemberships, AgentLevel.Read)
    {
        Title = "See who is in a team",
        Description = "Lists the members of a team.",
        About = (input, call) => call with { Team = input.TeamId, IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "memberships", context.Webex.TeamMemberships.ListAsync(input.TeamId, Listing.PageSize(new PageWish(input.Max, null)), ct), new PageWish(input.Max, input.Cursor),
            context, (member, call) => call with { Team = member.TeamId, Person = member.PersonId, Email = member.PersonEmail }, ct),
    };

    internal sealed record Input(
        [Description("The team.")] TeamId TeamId,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
