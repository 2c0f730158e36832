using BotHost.Testing;

namespace BotHost.Tests.Kit;

/// <summary>What a test found itself is what its author reads first, whatever the bot logged besides.</summary>
public sealed class OwnFailureTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_assertion_comes_before_the_warnings()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var bot = await StartAsync();
            (await bot.SayAsync("fail", Cancelled)).Single().Text.ShouldBe("Done.", "this is what the author has to see");
        });

        failure.Message.IndexOf("this is what the author has to see", StringComparison.Ordinal).ShouldBeInRange(0, failure.Message.IndexOf("The bot logged", StringComparison.Ordinal));
        failure.InnerException.ShouldBeOfType<ShouldAssertException>();
    }

    [Fact]
    public async Task What_a_test_caught_and_went_on_from_is_not_told()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var bot = await StartAsync();
            Should.Throw<FormatException>(() => throw new FormatException("caught"));
            await bot.SayAsync("fail", Cancelled);
        });

        failure.Message.ShouldStartWith("The bot logged");
    }

    [Fact]
    public async Task Without_warnings_the_failure_comes_out_as_it_is() =>
        await Should.ThrowAsync<FormatException>(async () =>
        {
            await using var bot = await StartAsync();
            await bot.SayAsync("fine", Cancelled);
            throw new FormatException();
        });

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(
        routes =>
        {
            routes.Command("fail", string () => throw new InvalidOperationException("As told."));
            routes.Command("fine", () => "Fine.");
        }, cancellationToken: Cancelled);
}
