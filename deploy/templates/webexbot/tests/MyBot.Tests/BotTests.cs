namespace MyBot.Tests;

public sealed class BotTests
{
    [Fact]
    public async Task Celsius_is_cooler_than_fahrenheit()
    {
        await using var bot = await TestBot.StartAsync(Routes.Map);

        var replies = await bot.SayAsync("celsius 212");

        Assert.Equal("212 °F is 100 °C.", replies.Single().Text);
    }

    [Fact]
    public async Task What_is_no_number_is_refused()
    {
        await using var bot = await TestBot.StartAsync(Routes.Map);

        var replies = await bot.SayAsync("celsius hot");

        Assert.EndsWith("Usage: celsius <fahrenheit>", replies.Single().Text);
    }

    [Fact]
    public async Task Tea_is_ordered_with_a_card()
    {
        await using var bot = await TestBot.StartAsync(Routes.Map);
        var form = (await bot.SayAsync("order")).Single();

        var again = (await bot.PressAsync(form, "Send", new { drink = "tea", cups = 100 })).Single();
        var done = (await bot.PressAsync(again, "Send", new { cups = 2 })).Single();

        Assert.Equal("2 × Tea for alice@example.com, coming.", done.Text.Trim());
    }
}
