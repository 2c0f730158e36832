using System.Collections.Concurrent;
using System.Net;

namespace BotHost.Tests.Door;

/// <summary>Within a room what arrived first is handled first; a room that is busy keeps nobody else waiting.</summary>
public sealed class OrderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_room_is_handled_in_the_order_of_delivery_one_at_a_time()
    {
        var (handled, running, most) = (new ConcurrentQueue<string>(), 0, 0);
        await using var door = await Deliveries.StartAsync(
            routes => routes.Command("note", async (string what) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                handled.Enqueue(what);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return "noted";
            }));
        var stage = await Stage.SetAsync(door.Bot, Cancelled);
        var messages = new List<(string Text, string Id)>();
        for (var i = 0; i < 30; i++)
            messages.Add(($"n{i}", await stage.PostAsync(stage.Space, $"note n{i}", Cancelled)));
        // Not the order they were written in: the order of arrival counts.
        var order = messages.OrderBy(message => message.Text[^1]).ThenByDescending(message => message.Text, StringComparer.Ordinal).ToList();

        foreach (var (_, id) in order)
            (await door.DeliverAsync(Deliveries.Envelope(id, stage.Space, stage.Me))).ShouldBe(HttpStatusCode.OK);
        await door.Bot.QuietAsync(Cancelled);

        handled.ShouldBe(order.Select(message => message.Text));
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Other_rooms_go_on_while_one_is_busy()
    {
        var (blocked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (others, behind) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var allOthers = new TaskCompletionSource();
        await using var door = await Deliveries.StartAsync(routes =>
        {
            routes.Command("block", async () =>
            {
                blocked.SetResult();
                await release.Task.WaitAsync(Cancelled);
                behind.Enqueue("blocked");
            });
            routes.Command("behind", () => behind.Enqueue("behind"));
            routes.Command("other", (string what) =>
            {
                others.Enqueue(what);
                if (others.Count == 10)
                    allOthers.SetResult();
            });
        });
        var stage = await Stage.SetAsync(door.Bot, Cancelled);

        await TellAsync(stage.Space, "block");
        await blocked.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
        await TellAsync(stage.Space, "behind");
        for (var i = 0; i < 10; i++)
            await TellAsync(stage.OtherSpace, $"other n{i}");
        await allOthers.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);

        others.ShouldBe(Enumerable.Range(0, 10).Select(i => $"n{i}"));
        behind.ShouldBeEmpty();
        release.SetResult();
        await door.Bot.QuietAsync(Cancelled);
        behind.ShouldBe(["blocked", "behind"]);

        async Task TellAsync(string room, string text) =>
            (await door.DeliverAsync(Deliveries.Envelope(await stage.PostAsync(room, text, Cancelled), room, stage.Me))).ShouldBe(HttpStatusCode.OK);
    }
}
