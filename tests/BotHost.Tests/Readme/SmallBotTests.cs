using BotHost.Testing;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Readme;

/// <summary>The small bot of its page does what the page says, and is as long.</summary>
public sealed class SmallBotTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task It_does_what_its_page_says()
    {
        await using var bot = await TestBot.StartAsync(SmallBot.Map, [("Access:Default", "Everyone")], cancellationToken: Cancelled);

        foreach (var (said, answer) in new[]
        {
            ("convert 212", "212 °F is 100 °C."),
            ("convert", "Fahrenheit is missing. Usage: convert <fahrenheit>"),
            ("convert abc", "“abc” does not fit fahrenheit, which is a number such as 1.5. Usage: convert <fahrenheit>"),
            ("convert 1 2", "“2” is more than I expected. Usage: convert <fahrenheit>"),
            ("covnert 212", "I do not know “covnert 212”. Did you mean convert <fahrenheit>?"),
            ("salary", "I am not allowed to do that for you. It is for the people of certain organisations, and for certain people."),
            ("remind 20m tea", "In 00:20:00."),
        })
        {
            (await bot.SayAsync(said, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe(answer);
        }

        foreach (var email in new[] { "carol@example.com", "dave@elsewhere.example" })
            (await bot.Person(email).SayAsync("salary", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Nobody knows.");
        await bot.RestartAsync(Cancelled);
        await bot.Clock.AdvanceAsync(TimeSpan.FromMinutes(21), Cancelled);
        (await bot.Alice.DirectAsync(Cancelled))[0].Text.ShouldBe("Reminder: tea");
    }

    [Fact(Timeout = 60_000)]
    public async Task Its_form_is_read_back_and_checked()
    {
        await using var bot = await TestBot.StartAsync(SmallBot.Map, cancellationToken: Cancelled);
        var form = (await bot.SayAsync("leave", Cancelled)).ShouldHaveSingleItem();

        var again = (await bot.PressAsync(form, "Send", new { reason = "", from = "soon", kind = "holiday" }, Cancelled)).ShouldHaveSingleItem();
        again.Text.ShouldContain("Reason is empty");
        again.Text.ShouldContain("From: “soon” is not a date");

        (await bot.PressAsync(again, "Send", new { reason = "Moving", from = "2026-12-24" }, Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("Holiday from 2026-12-24, Moving: noted.");
    }

    [Fact]
    public void It_is_as_long_as_its_page_says()
    {
        // Program.cs beside it: two usings and the line that runs it.
        var lines = 3 + File.ReadLines(Path.Combine(Repository.Root, "tests", "BotHost.Tests", "Readme", "SmallBot.cs")).Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal));

        File.ReadAllText(Path.Combine(Repository.Root, "src", "BotHost", "docs", "small-bot.md")).ShouldContain($"it has {lines} lines");
    }
}
