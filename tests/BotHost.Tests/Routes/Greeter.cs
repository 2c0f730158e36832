using BotHost.Bot;
using BotHost.Features;

namespace BotHost.Tests.Routes;

/// <summary>The bot that the pages about routes, arguments and middleware show.</summary>
internal static class Greeter
{
    public static void Map(BotRoutes bot)
    {
        // middleware.md
        bot.Use(RateLimit.PerPerson(20, TimeSpan.FromMinutes(1)));
        bot.Use(Maintenance.UnlessOpen("help"));

        // routes.md
        bot.OnAdded((Person by) => $"Thank you for having me. {by.Email}, say **help** to see what I can do.").GroupOnly();
        bot.OnMemberJoined((Member who) => Reply.Markdown($"Welcome, {who.DisplayName}!"));
        bot.On("memberships", "updated", (Member who) => who.IsModerator ? $"{who.DisplayName} moderates now." : null);
        bot.Command("tidy", () => "Tidied up.").GroupOnly().Allow(Policy.Moderators).Deadline(TimeSpan.FromMinutes(2));
        bot.Command("salary", (int number) => $"Nobody knows {number}.").DirectOnly()
            .Allow(Policy.AnyOf(Policy.People("carol@example.com"), Policy.AllOf(Policy.Default, Policy.Domains("example.com"))));

        // arguments.md
        bot.Command("remind", (DateTimeOffset when, string what) => $"At {when:HH:mm}: {what}");
        bot.Command("timer", (TimeSpan time, [Option] int times = 1, bool loud = false) => $"{times} × {time}{(loud ? "!" : "")}");
        bot.Command("import", async (AttachedFile sheet, CancellationToken aborted) =>
        {
            using var reader = new StreamReader(await sheet.OpenAsync(aborted));
            var first = await reader.ReadLineAsync(aborted);
            return Reply.Markdown($"{sheet.Name} begins with {first}");
        });

        bot.Group("beta").Use(FeatureFlag.Needs("beta")).Command("try", () => "It works.");
    }
}
