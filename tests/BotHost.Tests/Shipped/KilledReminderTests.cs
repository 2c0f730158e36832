using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Shipped;

/// <summary>Reminders of a bot that is killed with <c>kill -9</c> in the middle of what it says, before Webex carried it out and after: each comes once.</summary>
public sealed class KilledReminderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite, false)]
    [InlineData(TestStore.PostgreSql, true)]
    public async Task A_reminder_comes_once_though_the_host_is_killed_as_it_comes(string provider, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        await bot.StallAsync(skip: 1, carriedOut);

        await bot.SayAsync(alice, "remind 1s tea");
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Reminder: tea");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Count(text => text == "Reminder: tea").ShouldBe(1);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task A_reminder_that_was_due_while_the_host_was_dead_comes_once(string provider)
    {
        await using var bot = await KilledBot.StartAsync(provider);
        var alice = bot.Person("alice@example.com");
        await bot.SayAsync(alice, "remind 2s tea");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Reminder 1:");

        await bot.KillAsync();
        bot.SetAhead(TimeSpan.FromSeconds(5));
        (await bot.DirectAsync(alice)).ShouldHaveSingleItem();
        await bot.StartAgainAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Reminder: tea");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Count(text => text == "Reminder: tea").ShouldBe(1);
    }
}
