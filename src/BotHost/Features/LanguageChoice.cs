using BotHost.Bot;

namespace BotHost.Features;

/// <summary>What the bot answers a person in.</summary>
public static class LanguageChoice
{
    /// <summary>Maps <c>language</c>.</summary>
    public static void MapLanguage(this BotRoutes bot) =>
        bot.Command("language", Choose).Describe("Tells or sets the language I speak with you", de: "Nennt oder wechselt die Sprache, die ich mit dir spreche");

    private static Reply Choose(BotContext context, TurnState state, Language? language = null)
    {
        if (language is not { } chosen)
            return Texts.Say("LanguageIs", Markdown.Code(context.Language == Language.De ? "language en" : "language de"));
        state.Person<Language>(Texts.StateName).Set(chosen);
        return Texts.SayIn(chosen, "LanguageSet");
    }
}
