using BotHost.Testing;
using BotHost.Tests.Outbox;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Shipped;

/// <summary>A poll: everybody's vote counts once, the tally is shown within Webex's ten edits, and the result comes when time is up.</summary>
public sealed class PollTests
{
    private static readonly string[] Everybody = ["alice@example.com", "bob@example.com", "carol@example.com"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Votes_at_once_are_all_counted_may_be_changed_and_the_result_comes_after_a_restart()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        var people = Everybody.Select(bot.Person).ToList();
        var space = await people[0].CreateSpaceAsync("Lunch", Everybody[1..], Cancelled);
        await people[0].MentionAsync(space, "poll \"Lunch?\" pizza sushi salad --for 30m", cancellationToken: Cancelled);
        var (tally, card) = ((await people[0].MessagesAsync(space, Cancelled))[0], (await people[0].MessagesAsync(space, Cancelled))[1]);
        card.Buttons.ShouldBe(["pizza", "sushi", "salad"]);
        tally.Text.ShouldContain("no votes yet");

        await Task.WhenAll(people.Select(person => person.PressAsync(card, "pizza", cancellationToken: Cancelled)));
        await people[1].PressAsync(card, "sushi", cancellationToken: Cancelled);
        (await people[1].DirectAsync(Cancelled))[0].Text.ShouldBe("Your vote on Lunch?: sushi");
        await bot.Clock.AdvanceAsync(TimeSpan.FromSeconds(3), Cancelled);
        (await TallyAsync()).ShouldContain("3 votes");
        (await TallyAsync()).ShouldContain("pizza: 2");
        await bot.RestartAsync(Cancelled);
        await people[2].PressAsync(card, "salad", cancellationToken: Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(31), Cancelled);

        var result = (await people[0].MessagesAsync(space, Cancelled))[0];
        result.ParentId.ShouldBeNull();
        foreach (var text in new[] { result.Text, await TallyAsync() })
        {
            text.ShouldContain("the result, 3 votes");
            foreach (var choice in new[] { "pizza: 1", "sushi: 1", "salad: 1" })
                text.ShouldContain(choice);
        }

        await people[0].PressAsync(card, "sushi", cancellationToken: Cancelled);
        (await people[0].DirectAsync(Cancelled))[0].Text.ShouldNotBe("Your vote on Lunch?: sushi");

        async Task<string> TallyAsync() => (await people[0].MessagesAsync(space, Cancelled)).Single(message => message.Id == tally.Id).Text;
    }

    [Fact(Timeout = 120_000)]
    public async Task However_many_votes_Webex_sees_ten_edits_at_most_and_the_last_is_the_result()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var space = await alice.CreateSpaceAsync("Lunch", cancellationToken: Cancelled);
        await alice.MentionAsync(space, "poll \"Lunch?\" pizza sushi --for 1h", cancellationToken: Cancelled);
        var card = (await alice.MessagesAsync(space, Cancelled))[1];

        for (var i = 0; i < 29; i++)
        {
            await alice.PressAsync(card, i % 2 == 0 ? "pizza" : "sushi", cancellationToken: Cancelled);
            await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), Cancelled);
        }

        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancelled);
        (await bot.CallsAsync("PUT", "/messages/{messageId}")).ShouldBeInRange(5, 10);
        var said = await alice.MessagesAsync(space, Cancelled);
        said[0].Text.ShouldContain("the result, 1 vote");
        said[1].Text.ShouldBe(said[0].Text);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task In_either_store_votes_at_once_are_all_in_the_result(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        await using var bot = await TestBot.StartAsync(settings: [.. store.Settings, Noon.Unswept], cancellationToken: Cancelled);
        var people = Everybody.Select(bot.Person).ToList();
        var space = await people[0].CreateSpaceAsync("Lunch", Everybody[1..], Cancelled);
        await people[0].MentionAsync(space, "poll Lunch? pizza sushi", cancellationToken: Cancelled);
        var card = (await people[0].MessagesAsync(space, Cancelled))[1];

        await Task.WhenAll(people.Select((person, i) => person.PressAsync(card, i == 0 ? "pizza" : "sushi", cancellationToken: Cancelled)));
        var result = (await people[0].MentionAsync(space, "poll close", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text;

        result.ShouldContain("the result, 3 votes");
        result.ShouldContain("sushi: 2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Whoever_asked_closes_it_others_do_not_and_numbers_on_a_card_are_judged()
    {
        await using var bot = await TestBot.StartAsync(settings: [Noon.Unswept], cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var space = await bob.CreateSpaceAsync("Lunch", ["alice@example.com", "carol@example.com"], Cancelled);
        (await alice.MentionAsync(space, "poll Lunch? pizza pizza", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("2 to 20 different choices");
        await alice.MentionAsync(space, "poll Lunch? pizza sushi", cancellationToken: Cancelled);
        var card = (await alice.MessagesAsync(space, Cancelled))[1];

        await bob.SubmitAsync(card, Forged(card, choice: 7), Cancelled);
        (await bob.DirectAsync(Cancelled))[0].Text.ShouldContain("over");
        (await bot.Person("carol@example.com").MentionAsync(space, "poll close", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Whoever asked");
        (await alice.MentionAsync(space, "poll close 9", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("There is no open poll 9 here. Open are: 1");
        (await alice.MentionAsync(space, "poll close", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("the result, no votes");
        await bot.Clock.AdvanceAsync(TimeSpan.FromDays(2), Cancelled);
        (await alice.MessagesAsync(space, Cancelled)).Count(message => message.Text.Contains("the result", StringComparison.Ordinal)).ShouldBe(2, "the tally and the result");
    }

    private static System.Text.Json.Nodes.JsonObject Forged(TestMessage card, int choice)
    {
        var pressed = card.Press("pizza", null);
        pressed["choice"] = choice;
        return pressed;
    }
}
