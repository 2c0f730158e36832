using BotHost.Bot;

namespace BotHost.Features;

/// <summary>A space from one line.</summary>
public static class SpaceCreate
{
    /// <summary>Maps <c>space create</c>.</summary>
    public static void MapSpaceCreate(this BotRoutes bot) =>
        bot.Command("space create", CreateAsync).Describe("Creates a space with you in it", de: "Legt einen Bereich mit dir darin an");

    private static async Task<Reply> CreateAsync([Label("title", De = "Titel")] string title, BotContext context, CancellationToken cancellationToken)
    {
        var space = await context.Spaces.CreateAsync(title, cancellationToken);
        return Texts.Say("SpaceCreated", space.Title);
    }
}
