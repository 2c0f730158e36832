using BotHost.Bot;

namespace BotHost.Tests.Readme;

/// <summary>The code of the pages about state, time and conversations, as it stands there.</summary>
internal static class TalkSnippets
{
    public static void MapState(BotRoutes bot)
    {
        bot.Command("units", async (string units, TurnState state) =>
        {
            var settings = state.Person<Settings>();
            var before = await settings.GetAsync() ?? new Settings("celsius");
            settings.Set(before with { Units = units });
            return $"From {before.Units} to {units}.";
        });
    }

    private sealed record Settings(string Units);
}
