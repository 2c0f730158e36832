using BotHost.Bot;
using BotHost.Testing;

namespace BotHost.Tests.Readme;

/// <summary>The steps of the README's guide do what it says of them.</summary>
public sealed class GuideTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_bot_works()
    {
        await using var bot = await TestBot.StartAsync(Map, cancellationToken: Cancelled);

        (await SaidAsync(bot, "split 30 4")).ShouldBe("Each pays 7.50.");
        var form = (await bot.SayAsync("report", Cancelled)).ShouldHaveSingleItem();
        (await bot.PressAsync(form, "Send", new { what = "A lamp", room = 7 }, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("A lamp in room 7: noted.");
        (await SaidAsync(bot, "close")).ShouldBe("That works only in a space. Mention me there.");
    }

    [Fact]
    public async Task Whom_it_thanks_is_mentioned()
    {
        await using var bot = await TestBot.StartAsync(Map, cancellationToken: Cancelled);
        var space = await bot.Alice.CreateSpaceAsync("Thanks", ["bob@example.com"], Cancelled);

        var thanks = (await bot.Alice.MentionAsync(space, "thank <@personEmail:bob@example.com> the cake", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        thanks.Text.ShouldEndWith(", thank you for the cake!");
        thanks.Json.GetProperty("mentionedPeople")[0].GetString().ShouldBe(bot.Person("bob@example.com").Account.PersonId);
    }

    [Fact]
    public async Task It_remembers_birthdays()
    {
        await using var bot = await TestBot.StartAsync(Map, cancellationToken: Cancelled);
        var day = DateOnly.FromDateTime(bot.Clock.Now.UtcDateTime).AddDays(2);
        await bot.SayAsync("birthday", Cancelled);
        (await SaidAsync(bot, $"{day:yyyy-MM-dd}")).ShouldBe("I shall remember.");

        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(3), Cancelled);

        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Happy birthday!");
    }

    private static async Task<string> SaidAsync(TestBot bot, string text) => (await bot.SayAsync(text, Cancelled)).ShouldHaveSingleItem().Text;

    private static void Map(BotRoutes bot)
    {
        bot.Command("split", (decimal amount, int people = 2) => $"Each pays {amount / people:0.00}.").Describe("Splits a bill");

        bot.Command("thank", (Mention who, string what) => Reply.Markdown($"{who}, **thank you** for {what}!"));

        bot.Command("report", () => Card.Form<Damage>("What is broken?", submit: "report.file"));
        bot.Submit("report.file", (Damage damage) => Reply.Markdown($"{damage.What} in room {damage.Room}: noted."));

        bot.Command("birthday", async (BotContext ctx) =>
        {
            var day = await ctx.AskAsync<DateOnly>("When is it?");
            ctx.State.Person<DateOnly>("birthday").Set(day);
            ctx.Schedule.Every($"0 9 {day.Day} {day.Month} *", "Europe/Berlin", "congratulate");
            return "I shall remember.";
        });
        bot.Scheduled("congratulate", (Person who) => "Happy birthday!");

        bot.Command("close", () => "Closed.").Allow(Policy.Moderators).GroupOnly();
    }

    private sealed record Damage(string What, int Room);
}
