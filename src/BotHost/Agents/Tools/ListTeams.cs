using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class ListTeams
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-list-teams", AgentResource.Teams, AgentLevel.Read)
    {
        Title = "List teams",
        Description = "Lists the teams you are in.",
        About = (_, call) => call with { IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "teams", context.Webex.Teams.ListAsync(Listing.PageSize(new PageWish(input.Max, null)), ct), new PageWish(input.Max, input.Cursor), context,
            (team, call) => call with { Team = team.Id }, ct),
    };

    internal sealed record Input(
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
