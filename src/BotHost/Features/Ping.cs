using BotHost.Bot;

namespace BotHost.Features;

/// <summary>Is anybody there?</summary>
public static class Ping
{
    /// <summary>Maps <c>ping</c>.</summary>
    public static void MapPing(this BotRoutes bot) =>
        bot.Command("ping", () => "pong").Describe("Answers pong", de: "Antwortet mit pong");
}
