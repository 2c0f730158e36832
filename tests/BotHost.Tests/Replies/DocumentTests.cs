using System.Text.RegularExpressions;
using BotHost.Testing;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Replies;

/// <summary>What the pages about cards and replies show is compiled, and does what they say.</summary>
public sealed partial class DocumentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cards.md", "CardSamples.cs")]
    [InlineData("replies.md", "ReplySamples.cs")]
    public void Its_code_is_that_of_a_file_that_compiles(string page, string source)
    {
        var compiled = Dedent(File.ReadAllText(Path.Combine(Repository.Root, "tests", "BotHost.Tests", "Replies", source)));
        var blocks = Fences().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "BotHost", "docs", page))).Select(match => Dedent(match.Groups[1].Value).Trim()).ToList();

        blocks.ShouldNotBeEmpty();
        foreach (var code in blocks)
            compiled.ShouldContain(code, Case.Sensitive);
    }

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

    private static string Dedent(string code) => Indent().Replace(code, "");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
