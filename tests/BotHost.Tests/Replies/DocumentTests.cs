using BotHost.Testing;

namespace BotHost.Tests.Replies;

/// <summary>What the pages about cards and replies show does what they say.</summary>
public sealed class DocumentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cards_work()
    {
        await using var bot = await TestBot.StartAsync(CardSamples.Map, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        var order = (await alice.SayAsync("order a *box*", Cancelled)).ShouldHaveSingleItem();
        order.Buttons.ShouldBe(["Order", "Add a note", "Order with note", "Terms"]);
        (await alice.PressAsync(order, "Order with note", new { day = "2026-12-24", note = "quick" }, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Ordered a *box* for 2026-12-24. quick");

        var form = (await alice.SayAsync("leave", Cancelled)).ShouldHaveSingleItem();
        form.Inputs["hoursADay"].ShouldBe("8");
        var again = (await alice.PressAsync(form, "Send", new { kind = "parental", from = "2026-05-02", until = "2026-05-01" }, Cancelled)).ShouldHaveSingleItem();
        (await alice.PressAsync(again, "Send", new { until = "2026-05-03" }, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Asked for Parental from 2026-05-02.");

        var tasks = (await alice.SayAsync("tasks", Cancelled)).ShouldHaveSingleItem();
        tasks.Card!.Value.GetProperty("body").EnumerateArray().Select(text => text.GetProperty("text").GetString()).ShouldBe(["Tasks of Ann", @"Paint \*this\*"]);
        (await alice.PressAsync(tasks, "Clear", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Cleared 7.");

        var question = (await alice.SayAsync("drop users", Cancelled)).ShouldHaveSingleItem();
        (await alice.PressAsync(question, "Yes", cancellationToken: Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Dropped users.");
    }

    [Fact]
    public async Task The_replies_work()
    {
        await using var bot = await TestBot.StartAsync(ReplySamples.Map, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await alice.SayAsync("export screws", Cancelled)).Select(m => m.Files.Count).ShouldBe([1, 1]);
        (await alice.SayAsync("import", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Imported 1,204 things.");
    }
}
