using System.ComponentModel;
using BotHost.Access;
using BotHost.Webex;

namespace BotHost.Agents;

internal static class GetSpace
{
    public static AgentTool Tool { get; } = new AgentTool<Input>("webex-get-space", AgentResource.Spaces, AgentLevel.Read)
    {
        Title = "Look at spaces",
        Description = "Looks at one space by roomId, or lists those you are in, most recently active first. To find one by its name take webex-search-spaces.",
        About = (input, call) => input.RoomId is { } room ? call with { Room = room } : call with { Team = input.TeamId, IsList = true },
        Run = async (input, context, ct) => input.RoomId is { } room
            ? ToolOutput.Of(await context.Webex.Rooms.GetAsync(room, ct).ConfigureAwait(false))
            : await Listing.ReadAsync(
                "spaces", context.Webex.Rooms.ListAsync(input.TeamId, input.Type, input.SortBy, Listing.PageSize(new PageWish(input.Max, null)), ct),
                new PageWish(input.Max, input.Cursor), context, context.About, ct).ConfigureAwait(false),
    };

    internal sealed record Input(
        [Description("The space to look at.")] RoomId? RoomId = null,
        [Description("Only direct ones, or only spaces of several people.")] RoomType? Type = null,
        [Description("Only this team's.")] TeamId? TeamId = null,
        [Description("The order.")] RoomSort? SortBy = null,
        [Description("How many, 1 to 200; 25 unless told.")] int? Max = null,
        [Description("nextCursor of the last answer.")] string? Cursor = null);
}
