using System.Text.Json.Nodes;
using BotHost.Bot;
using BotHost.Testing;
using BotHost.Tests.Shipped;

namespace BotHost.Tests.Replies;

/// <summary>A command that is asked back about runs after its asker's yes, and only then.</summary>
public sealed class ConfirmTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_with_the_same_arguments_after_yes_even_after_a_restart()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var room = await alice.CreateSpaceAsync("Team", ["carol@example.com"], Cancelled);

        var question = (await alice.MentionAsync(room, "drop <@personEmail:carol@example.com> \"two  words\"", cancellationToken: Cancelled)).ShouldHaveSingleItem();
        question.Text.ShouldBe("Really drop Carol Chen's two  words?".Replace("Carol Chen", bot.Person("carol@example.com").Account.DisplayName));
        question.Buttons.ShouldBe(["Yes", "No"]);
        await bot.RestartAsync(Cancelled);

        (await alice.PressAsync(question, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text
            .ShouldBe($"Dropped two  words of {bot.Person("carol@example.com").Account.PersonId} for alice@example.com");
        (await alice.PressAsync(question, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("used already");
    }

    [Fact]
    public async Task No_and_other_people_do_nothing()
    {
        await using var bot = await StartAsync();
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var room = await alice.CreateSpaceAsync("Team", ["bob@example.com"], Cancelled);
        var question = (await alice.MentionAsync(room, "wipe Berlin", cancellationToken: Cancelled)).ShouldHaveSingleItem();

        (await bob.PressAsync(question, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("for the person who asked");
        (await alice.PressAsync(question, "No", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("nothing was done");
    }

    [Fact]
    public async Task What_cannot_be_done_is_not_asked()
    {
        await using var bot = await StartAsync();

        var said = (await bot.Person("alice@example.com").SayAsync("wipe", Cancelled)).ShouldHaveSingleItem();

        said.Card.ShouldBeNull();
        said.Text.ShouldContain("Usage");
    }

    [Fact]
    public async Task What_people_wrote_stays_text_in_the_question_and_the_authoriser_is_asked_again()
    {
        await using var bot = await StartAsync();
        var alice = bot.Person("alice@example.com");
        var question = (await alice.SayAsync("wipe **<@all>**", Cancelled)).ShouldHaveSingleItem();
        question.Card!.Value.GetProperty("body")[0].GetProperty("text").GetString().ShouldBe(@"Wipe \*\*&lt;@all&gt;\*\*?");

        // A changed command is read as the presser's own words: what they may not do they may not do by this.
        var data = JsonNode.Parse(question.Card!.Value.GetProperty("actions")[0].GetProperty("data").GetRawText())!.AsObject();
        data["command"] = "off";
        data["mentions"] = "[{\"Start\":-5,\"Length\":99}]";
        (await alice.SubmitAsync(question, data, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("switched off");
    }

    [Fact(Timeout = 60_000)]
    public async Task Tomorrow_is_the_day_after_it_was_asked_about_and_no_card_says_otherwise()
    {
        await using var bot = await StartAsync();
        await bot.UntilNoonAsync();
        var alice = bot.Person("alice@example.com");
        var tomorrow = DateOnly.FromDateTime(bot.Clock.Now.UtcDateTime).AddDays(1);
        var question = (await alice.SayAsync("close tomorrow", Cancelled)).ShouldHaveSingleItem();
        question.Text.ShouldBe($"Close on {tomorrow:yyyy-MM-dd}?");
        var other = (await alice.SayAsync("close tomorrow", Cancelled)).ShouldHaveSingleItem();

        await bot.Clock.AdvanceAsync(TimeSpan.FromHours(23), Cancelled);

        (await alice.PressAsync(question, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe($"Closed on {tomorrow:yyyy-MM-dd}, tomorrow");
        var data = JsonNode.Parse(other.Card!.Value.GetProperty("actions")[0].GetProperty("data").GetRawText())!.AsObject();
        data["asked"] = "1999-12-31T00:00:00.0000000+00:00";
        (await alice.SubmitAsync(other, data, Cancelled)).ShouldHaveSingleItem().Text.ShouldStartWith($"Closed on {tomorrow.AddDays(1):yyyy-MM-dd}");
    }

    [Fact]
    public void A_question_about_no_argument_is_a_start_up_error() =>
        Should.Throw<BotDefinitionException>(() => new Bot.Chat(bot =>
        {
            bot.Command("wipe", (string city) => "").Confirm("Wipe {town}?");
            bot.Command("drop", (string city) => "").Confirm("Drop {city}?", de: "{stadt} weg?");
            bot.Submit("x", () => "").Confirm("Sure?");
        })).Problems.Count.ShouldBe(3);

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(
        routes =>
        {
            routes.Command("drop", (Mention who, string what, Person sender) => $"Dropped {what} of {who.Id} for {sender.Email}").Confirm("Really drop {who}'s {what}?");
            routes.Command("wipe", (string city) => $"Wiped {city}").Confirm("Wipe {city}?");
            routes.Command("close", (DateOnly day, BotContext ctx) => $"Closed on {day:yyyy-MM-dd}, {ctx.Message.Text.Split(' ')[1]}").Confirm("Close on {day}?", de: "Am {day} schließen?");
            routes.Command("off", () => "ran").Allow(Policy.Nobody);
        }, cancellationToken: Cancelled);
}
