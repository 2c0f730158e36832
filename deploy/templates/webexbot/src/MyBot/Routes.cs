using BotHost.Bot;
using BotHost.Features;

namespace MyBot;

/// <summary>What the bot can do.</summary>
public static class Routes
{
    /// <summary>Maps it all: for the program, and for the tests.</summary>
    public static void Map(BotRoutes bot)
    {
        bot.MapHelp();
        bot.MapLanguage();
        bot.Command("celsius", (double fahrenheit) => $"{fahrenheit} °F is **{(fahrenheit - 32) / 1.8:0.#} °C**.").Describe("Converts a temperature");
        bot.MapOrders();
    }
}
