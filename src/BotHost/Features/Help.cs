using BotHost.Bot;

namespace BotHost.Features;

/// <summary>What the bot can do, made from its routes.</summary>
public static class Help
{
    /// <summary>Maps <c>help</c>.</summary>
    public static void MapHelp(this BotRoutes bot) =>
        bot.Command("help", ([Label("word", De = "Wort")] string? about, RouteCatalogue catalogue) => catalogue.Help(about))
            .Describe("Shows what I can do, or only what has to do with a word", de: "Zeigt, was ich kann, oder nur, was mit einem Wort zu tun hat");
}
