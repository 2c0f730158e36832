using BotHost.Bot;

namespace BotHost.Features;

/// <summary>The spaces a person and the bot share.</summary>
public static class SpaceList
{
    /// <summary>Maps <c>space list</c>.</summary>
    public static void MapSpaceList(this BotRoutes bot) =>
        bot.Command("space list", ListAsync).Describe("Lists the spaces we are both in");

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken, string? title = null)
    {
        var spaces = await context.Spaces.ListMineAsync(title, cancellationToken);
        if (spaces.Count == 0)
            return title is null ? "We are in no space together. Make one: `space create Title`" : Reply.Markdown($"We are in no space together whose title contains {title}.");
        return Reply.Markdown($"{MarkdownText.Join("\n", spaces.Select(space => space.IsModerated
            ? Markdown.Format($"- {space.Title} (moderated)")
            : Markdown.Format($"- {space.Title}")))}");
    }
}
