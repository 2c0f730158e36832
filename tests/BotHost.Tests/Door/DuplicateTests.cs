using System.Net;
using BotHost.Inbox;
using Dapper;

namespace BotHost.Tests.Door;

/// <summary>One event is one row and one answer, however often and from however many sides it is told.</summary>
public sealed class DuplicateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_deliveries_at_the_same_time_are_one_event()
    {
        var handled = 0;
        await using var door = await Deliveries.StartAsync(
            routes => routes.Command("count", () => { Interlocked.Increment(ref handled); return "counted"; }));
        var stage = await Stage.SetAsync(door.Bot, Cancelled);
        var message = await stage.PostAsync(stage.Space, "count", Cancelled);
        var body = Deliveries.Envelope(message, stage.Space, stage.Me);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => door.DeliverAsync(body))));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.OK);
        door.Keys().ShouldBe(["messages/created:" + message]);
        await door.Bot.QuietAsync(Cancelled);
        handled.ShouldBe(1);

        // Handled and forgotten, but for its key.
        (await door.DeliverAsync(body)).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);
        handled.ShouldBe(1);
        using var file = door.OpenFile();
        file.QuerySingle<(long Status, long Attempts)>("SELECT status, attempts FROM events").ShouldBe(((long)EventStatus.Handled, 1));
    }

    [Fact]
    public async Task What_somebody_elses_webhook_tells_does_not_keep_ours_out()
    {
        var handled = 0;
        await using var door = await Deliveries.StartAsync(
            routes => routes.Command("count", () => { Interlocked.Increment(ref handled); return "counted"; }));
        var stage = await Stage.SetAsync(door.Bot, Cancelled);
        var message = await stage.PostAsync(stage.Space, "count", Cancelled);

        (await door.DeliverAsync(Deliveries.Envelope(message, stage.Space, "somebody else"))).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);
        handled.ShouldBe(0);
        (await door.DeliverAsync(Deliveries.Envelope(message, stage.Space, stage.Me))).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);

        handled.ShouldBe(1);
    }

    [Fact]
    public async Task Different_events_at_the_same_time_are_all_kept()
    {
        await using var door = await Deliveries.StartAsync();
        var ids = Enumerable.Range(0, 400).Select(i => $"different-{i % 200}").ToList();

        var answers = await Task.WhenAll(ids.Select(id => Task.Run(() => door.DeliverAsync(Deliveries.Envelope(id, "room-" + id[^1])))));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.OK);
        door.Keys().Order(StringComparer.Ordinal).ShouldBe(ids.Distinct().Select(id => "messages/created:" + id).Order(StringComparer.Ordinal));
    }
}
