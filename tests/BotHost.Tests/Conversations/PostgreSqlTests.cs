using System.Net;
using BotHost.Storage;
using BotHost.Testing;
using BotHost.Tests.Dispatch;
using BotHost.Tests.Door;
using BotHost.Tests.Hosting;
using BotHost.Tests.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Conversations;

/// <summary>The whole host on PostgreSQL: what it remembers, what its door answers, what it does when the server goes.</summary>
public sealed class PostgreSqlTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_of_before_a_restart_counts_once_after_it()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var bot = await TestBot.StartAsync(settings: store.Settings, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");
        var form = (await alice.SayAsync("new space", Cancelled)).ShouldHaveSingleItem();

        await bot.RestartAsync(Cancelled);

        (await alice.PressAsync(form, form.Buttons[0], new { title = "Made once" }, Cancelled)).ShouldHaveSingleItem().Text.ShouldContain("Made once");
        await alice.PressAsync(form, form.Buttons[0], new { title = "Made twice" }, Cancelled);
        (await alice.SpacesAsync(Cancelled)).ShouldNotContain("Made twice");
    }

    [Fact]
    public async Task What_the_database_cannot_hold_is_quarantined_with_a_200()
    {
        using var store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        await using var door = await Deliveries.StartAsync(settings: store.Settings);
        // Longer in UTF-8 than an entry of an index may be, and of nothing that repeats, so that it cannot be compressed.
        var random = new Random(1);
        string Long() => new([.. Enumerable.Range(0, 512).Select(_ => (char)random.Next(0x4e00, 0x9fff))]);

        (await door.DeliverAsync(Deliveries.Envelope("a\0b"))).ShouldBe(HttpStatusCode.OK);
        (await door.DeliverAsync(Deliveries.Envelope(Long(), me: Long()))).ShouldBe(HttpStatusCode.OK);
        (await door.DeliverAsync(Deliveries.Envelope("plain"))).ShouldBe(HttpStatusCode.OK);
        (await door.ReadyAsync()).ShouldBe(HttpStatusCode.OK);

        await door.Bot.QuietAsync(Cancelled);
        StoredEvent.All(door.Bot).Select(e => e.Status).ShouldAllBe(status => status == BotHost.Inbox.EventStatus.Quarantined);
        StoredEvent.All(door.Bot).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_while_the_server_is_away_and_the_host_comes_back_by_itself()
    {
        await using var server = await Needs.StartPostgreSqlAsync(Cancelled);
        using var store = new TestStore(TestStore.PostgreSql, await server.NewDatabaseAsync(Cancelled), folder: null);
        await using var door = await Deliveries.StartAsync(settings: store.Settings);
        (await door.DeliverAsync(Deliveries.Envelope("before"))).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);

        await server.CrashAsync(Cancelled);
        (await door.DeliverAsync(Deliveries.Envelope("while"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await door.ReadyAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await server.StartAgainAsync(Cancelled);
        // Nobody delivers to a host that is not ready: it has to find out by itself.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await door.ReadyAsync() != HttpStatusCode.OK)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        (await door.DeliverAsync(Deliveries.Envelope("after"))).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);
        door.Bot.Host.Services.GetRequiredService<Database>().Read(c => c.Query<string>("SELECT key FROM events ORDER BY sequence"))
            .ShouldBe(["messages/created:before|nobody", "messages/created:after|nobody"]);
    }
}
