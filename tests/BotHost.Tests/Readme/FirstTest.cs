using BotHost.Testing;

namespace BotHost.Tests.Readme;

#pragma warning disable xUnit1051 // As short as the README has it.

/// <summary>The test of the README, as it stands there.</summary>
public sealed class FirstTest
{
    [Fact]
    public async Task Celsius_is_cooler_than_fahrenheit()
    {
        await using var bot = await TestBot.StartAsync(routes => routes.Command("celsius", (double fahrenheit) => $"{(fahrenheit - 32) / 1.8:0.#} °C"));

        var replies = await bot.SayAsync("celsius 212");

        Assert.Equal("100 °C", replies.Single().Text);
    }
}
