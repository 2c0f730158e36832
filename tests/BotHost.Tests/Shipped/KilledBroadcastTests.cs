using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Shipped;

/// <summary>A broadcast of a bot that is killed with <c>kill -9</c> in the middle of what it says, before Webex carried it out and after: every space hears it once.</summary>
public sealed class KilledBroadcastTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(2, false)]
    [InlineData(8, true)]
    public async Task A_broadcast_reaches_every_space_once(int skip, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(TestStore.Sqlite, "--Access:Admins=alice@example.com");
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var spaces = new List<string>();
        for (var i = 0; i < 6; i++)
            spaces.Add(await bob.CreateSpaceAsync($"Team {i}", cancellationToken: Cancelled));
        await KilledBot.UntilOlderAsync();
        await bot.SayAsync(alice, "broadcast Lights out");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Post this to 6 spaces?");
        await bot.StallAsync(skip, carriedOut);

        await bot.SayAsync(alice, "yes");
        await bot.KillThereAsync();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Broadcast 1:");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Where(text => text.StartsWith("Broadcast 1:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldBe("Broadcast 1: posted to 6 of 6 spaces.");
        foreach (var space in spaces)
            (await bot.InAsync(bob, space)).ShouldHaveSingleItem().ShouldStartWith("Lights out");
    }
}
