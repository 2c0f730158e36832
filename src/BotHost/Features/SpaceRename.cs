using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Another title for a space.</summary>
public static class SpaceRename
{
    /// <summary>Maps <c>space rename</c>.</summary>
    public static void MapSpaceRename(this BotRoutes bot) =>
        bot.Command("space rename", RenameAsync).Describe("Gives this space, or the one you name, another title", de: "Gibt diesem Bereich oder dem genannten einen anderen Titel");

    private static async Task<Reply> RenameAsync(
        [Label("new title", De = "neuer Titel")] string newTitle, [After("in")] [Label("title", De = "Titel")] string? title, BotContext context, CancellationToken cancellationToken)
    {
        var choice = await context.Spaces.PickAsync(title, SpaceRight.Moderate, cancellationToken);
        if (!choice.TryGet(out var space, out var refusal))
            return refusal;
        var renamed = await context.Spaces.RenameAsync(space.Id, newTitle, cancellationToken);
        return Texts.Say("SpaceRenamed", space.Title, renamed.Title);
    }
}
