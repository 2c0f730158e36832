using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;
using Dapper;

namespace BotHost.Tests.Sharing;

/// <summary>Two hosts as programs on one PostgreSQL, of which one is killed: what runs over many turns goes on, and nothing of it is said twice.</summary>
public sealed class LostFeatureTests
{
    /// <summary>The host that Webex tells leaves most of the work to the other.</summary>
    private static readonly string[] Settings = ["--Access:Admins=alice@example.com", "--BotHost:Concurrency=2", "--Outbox:Concurrency=2"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000)]
    [InlineData(6, true)]
    [InlineData(12, false)]
    public async Task A_broadcast_reaches_every_space_once(int skip, bool carriedOut)
    {
        await using var bot = await KilledBot.StartAsync(TestStore.PostgreSql, Settings);
        await using var helper = await bot.StartBesideAsync();
        var (alice, bob) = (bot.Person("alice@example.com"), bot.Person("bob@example.com"));
        var spaces = new List<string>();
        for (var i = 0; i < 24; i++)
            spaces.Add(await bob.CreateSpaceAsync($"Team {i}", cancellationToken: Cancelled));
        await KilledBot.UntilOlderAsync();
        await bot.SayAsync(alice, "broadcast Lights out");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Post this to 24 spaces?");
        await bot.StallAsync(skip, carriedOut);

        await bot.SayAsync(alice, "yes");
        await bot.UntilStalledAsync();
        helper.Kill();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Broadcast 1:");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Where(text => text.StartsWith("Broadcast 1:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldBe("Broadcast 1: posted to 24 of 24 spaces.");
        foreach (var space in spaces)
            (await bot.InAsync(bob, space)).ShouldHaveSingleItem().ShouldStartWith("Lights out");
    }

    [Fact(Timeout = 180_000)]
    public async Task What_recurs_goes_on_once_each_time()
    {
        await using var bot = await KilledBot.StartAsync(TestStore.PostgreSql, Settings);
        await using var helper = await bot.StartBesideAsync();
        var alice = bot.Person("alice@example.com");
        await bot.SayAsync(alice, "every-minute");
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "Every minute.");

        helper.Kill();
        await KilledBot.UntilSaidAsync(() => bot.DirectAsync(alice), "tick");
        await bot.StopAsync();

        (await bot.DirectAsync(alice)).Count(text => text == "tick").ShouldBe(1);
        using var store = bot.Open();
        store.Read(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM events WHERE key LIKE 'schedule:%' AND status = 0")).ShouldBe(1, "the next");
    }
}
