using BotHost.Bot;

namespace BotHost.Tests.Readme;

/// <summary>The code of the page about identities, as it stands there.</summary>
internal static class IdentitySnippets
{
    public static void Map(BotRoutes bot)
    {
        bot.Command("mine", async (BotContext ctx) =>
        {
            var spaces = await ctx.As(Identity.Asker).Spaces.ListMineAsync();
            return $"You are in {spaces.Count} spaces.";
        });
        bot.Command("tell", async (string title, string what, BotContext ctx) =>
        {
            var me = ctx.As(Identity.Asker);
            var found = await me.Spaces.ListMineAsync(title);
            if (found is not [var space])
                return "Which one? Say more of its title.";
            await me.Messages.PostAsync(space.Id, Reply.Markdown($"{what}"));
            return "Said, in your name.";
        });
        bot.Command("rooms", async (BotContext ctx) =>
        {
            var all = await ctx.As(Identity.ServiceApp("desk")).Spaces.ListAllAsync();
            return $"The desk's app is in {all.Count} spaces.";
        });
    }
}
