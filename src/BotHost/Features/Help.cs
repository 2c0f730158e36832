using BotHost.Bot;

namespace BotHost.Features;

/// <summary>What the bot can do, made from its routes.</summary>
public static class Help
{
    /// <summary>Maps <c>help</c>.</summary>
    public static void MapHelp(this BotRoutes bot) =>
        bot.Command("help", (RouteCatalogue catalogue) => catalogue.Help()).Describe("Shows what I can do", de: "Zeigt, was ich kann");
}
