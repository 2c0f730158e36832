using BotHost.Inbox;
using BotHost.Testing;

namespace BotHost.Tests.Dispatch;

/// <summary>Two programs that answer each other are stopped; a person elsewhere does not notice.</summary>
public sealed class TurnBudgetTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_is_beyond_the_budget_is_kept_and_not_answered()
    {
        await using var bot = await TestBot.StartAsync(settings: [("BotHost:TurnsPerMinute", "3")], cancellationToken: Cancelled);
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));

        for (var i = 0; i < 3; i++)
            (await alice.SayAsync("ping", Cancelled)).ShouldHaveSingleItem();
        (await alice.SayAsync("ping", Cancelled)).ShouldBeEmpty();

        (await bob.SayAsync("ping", Cancelled)).ShouldHaveSingleItem();
        StoredEvent.All(bot).Count(e => e.Status == EventStatus.Quarantined).ShouldBe(1);
        bot.ExpectWarnings();
    }
}
