using BotHost.Bot;

namespace BotHost.Features;

/// <summary>What the bot can do as it is shipped. In a fork, add yours here; in a bot of your own, take those you like.</summary>
public static class ShippedFeatures
{
    /// <summary>Maps them all.</summary>
    public static void Map(BotRoutes bot)
    {
        bot.MapPing();
        bot.MapHelp();
        bot.MapWhoAmI();
        bot.MapLanguage();
        bot.MapSpaceCreate();
        bot.MapSpaceAdd();
        bot.MapSpaceRemove();
        bot.MapSpaceList();
        bot.MapSpaceRename();
        bot.MapSpacePost();
        bot.MapSpaceDelete();
        bot.MapNewSpace();
        bot.MapRemind();
        bot.MapPoll();
        bot.MapStandup();
        bot.MapBroadcast();
        bot.MapTeams();
        bot.MapMeetings();
        bot.MapSubscribe();
        bot.MapFiles();
    }
}
