using System.Net;
using BotHost.Storage;
using BotHost.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Door;

/// <summary>200 means stored: committed, in the file, for anybody to see. What could not be stored is not acknowledged.</summary>
public sealed class StoredTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_200_another_connection_sees_the_row()
    {
        await using var door = await Deliveries.StartAsync();

        for (var i = 0; i < 20; i++)
        {
            (await door.DeliverAsync(Deliveries.Envelope($"stored-{i}"))).ShouldBe(HttpStatusCode.OK);
            door.Keys().ShouldContain($"messages/created:stored-{i}");
        }

    }

    [Fact]
    public async Task There_is_no_200_before_the_commit()
    {
        await using var door = await Deliveries.StartAsync();
        using var other = door.OpenFile();
        other.Execute("BEGIN IMMEDIATE");

        var delivery = door.DeliverAsync(Deliveries.Envelope("waits"));
        // Whoever would answer early has all this time to do so.
        for (var i = 0; i < 200; i++)
            (await door.SendAsync([], null)).ShouldBe(HttpStatusCode.Unauthorized);
        delivery.IsCompleted.ShouldBeFalse();

        other.Execute("ROLLBACK");
        (await delivery).ShouldBe(HttpStatusCode.OK);
        door.Keys().ShouldBe(["messages/created:waits"]);
    }

    [Fact]
    public async Task A_full_store_answers_503_says_so_once_and_recovers_by_itself()
    {
        await using var door = await Deliveries.StartAsync();
        var padding = new string('a', 200_000);
        (await door.DeliverAsync(Deliveries.Envelope("before"))).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);

        // SQLite itself then says SQLITE_FULL, as it does when the disk is.
        await LimitPagesAsync(door.Bot, 1);
        for (var i = 0; i < 10; i++)
        {
            (await door.DeliverAsync(Deliveries.Envelope($"full-{i}", padding))).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await door.DeliverAsync(Deliveries.Envelope($"full-{i}", "room\0" + padding))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        door.Keys().ShouldBe(["messages/created:before"]);
        door.Bot.Log.Count(line => line.Level == LogLevel.Error && line.Message.Contains("could not be stored", StringComparison.Ordinal)).ShouldBe(1);
        (await door.ReadyAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await LimitPagesAsync(door.Bot, 1_000_000);
        (await door.DeliverAsync(Deliveries.Envelope("full-0", padding))).ShouldBe(HttpStatusCode.OK);
        door.Keys().ShouldBe(["messages/created:before", "messages/created:full-0"]);
        (await door.ReadyAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_broken_table_answers_503()
    {
        await using var door = await Deliveries.StartAsync();
        using (var other = door.OpenFile())
            other.Execute("ALTER TABLE events RENAME TO elsewhere");

        (await door.DeliverAsync(Deliveries.Envelope("broken"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await door.DeliverAsync("no envelope"u8.ToArray())).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await door.SendAsync(Deliveries.Envelope("broken"), null)).ShouldBe(HttpStatusCode.Unauthorized);

        using (var other = door.OpenFile())
            other.Execute("ALTER TABLE elsewhere RENAME TO events");
        (await door.DeliverAsync(Deliveries.Envelope("broken"))).ShouldBe(HttpStatusCode.OK);
    }

    private static Task LimitPagesAsync(TestBot bot, int pages) => bot.Host.Services.GetRequiredService<Database>()
        .WriteAsync(session => session.Scalar($"PRAGMA max_page_count = {pages}"));
}
