using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class SearchSpaces
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-search-spaces", AgentResource.Spaces, AgentLevel.Read)
    {
        Title = "Find spaces",
        Description = "Finds spaces whose title contains a text (upper and lower case alike): those you are in or, with orgPublicSpaces, the organisation's public ones. "
            + "A thousand are looked at for one answer; nextCursor goes on.",
        About = (input, call) => call with { Team = input.TeamId, IsList = true },
        Run = (input, context, ct) => Listing.ReadAsync(
            "spaces",
            input.OrgPublicSpaces == true
                ? context.Webex.Rooms.ListPublicAsync(input.From, input.To, 100, ct)
                : context.Webex.Rooms.ListAsync(input.TeamId, input.Type, input.SortBy, 100, ct),
            new PageWish(input.Max, input.Cursor), context, context.About, ct,
            space => input.Title is null || space.Title?.Contains(input.Title, StringComparison.OrdinalIgnoreCase) == true),
    };

    internal sealed record Input(
        [Description("What the title must contain.")] string? Title = null,
        [Description("Only direct ones, or only spaces of several people.")] RoomType? Type = null,
        [Description("Only this team's.")] TeamId? TeamId = null,
        [Description("The order.")] RoomSort? SortBy = null,
        [Description("The organisation's public spaces instead; type, teamId and sortBy do not count then.")] bool? OrgPublicSpaces = null,
        [Description("Public ones made public then or later.")] DateTimeOffset? From = null,
        [Description("Public ones made public before.")] DateTimeOffset? To = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
