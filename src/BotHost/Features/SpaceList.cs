using BotHost.Bot;

namespace BotHost.Features;

/// <summary>The spaces a person and the bot share.</summary>
public static class SpaceList
{
    /// <summary>Maps <c>space list</c>.</summary>
    public static void MapSpaceList(this BotRoutes bot) =>
        bot.Command("space list", ListAsync).Describe("Lists the spaces we are both in", de: "Zeigt die Bereiche, in denen wir beide sind");

    private static async Task<Reply> ListAsync(BotContext context, CancellationToken cancellationToken, [Label("title", De = "Titel")] string? title = null)
    {
        var spaces = await context.Spaces.ListMineAsync(title, cancellationToken);
        if (spaces.Count == 0)
            return title is null ? Texts.Say("SpacesNone") : Texts.Say("SpacesNoneLike", title);
        return Reply.Markdown($"{MarkdownText.Join("\n", spaces.Select(space => space.IsModerated
            ? Markdown.Format($"- {Texts.Say("SpaceModerated", space.Title)}")
            : Markdown.Format($"- {space.Title}")))}");
    }
}
