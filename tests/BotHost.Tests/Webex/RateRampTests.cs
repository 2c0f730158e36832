using System.Diagnostics;
using System.Net;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

/// <summary>What happens when the time Webex asked for is over.</summary>
public sealed class RateRampTests
{
    private static readonly Answer Limited = Answer.Status(429).With("Retry-After", "7");
    private static readonly TimeSpan Seven = TimeSpan.FromSeconds(7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_goes_first_and_the_others_follow_when_it_was_let_pass()
    {
        await using var bench = await WebexBench.StartAsync(Limited);
        var calls = await KeepBackAsync(bench, "R1", "R2", "R3", "R4", "R5");
        var letPass = new TaskCompletionSource();
        bench.Server.Script(Held(letPass), Answer.Json(Samples.Message), Answer.Json(Samples.Room));

        bench.Clock.Advance(Seven);
        await bench.Server.UntilReceivedAsync(2);
        await bench.Webex.Messages.GetAsync(new MessageId("S1"), Stop);
        bench.Server.Requests.Count.ShouldBe(3);
        letPass.SetResult();

        await Task.WhenAll(calls);
        bench.Server.Requests.Count.ShouldBe(7);
    }

    [Fact]
    public async Task When_the_first_is_refused_again_the_others_stay_where_they_are()
    {
        await using var bench = await WebexBench.StartAsync(Limited);
        var calls = await KeepBackAsync(bench, "R1", "R2", "R3");
        bench.Server.Script(Limited, Answer.Json(Samples.Room));

        bench.Clock.Advance(Seven);
        await bench.Server.UntilReceivedAsync(2);
        await bench.UntilKeptBackAsync(3);
        bench.Clock.Advance(TimeSpan.FromSeconds(6.999));
        bench.Server.Requests.Count.ShouldBe(2);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.001));

        await Task.WhenAll(calls);
        bench.Server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Replies_go_before_bulk_work()
    {
        await using var bench = await WebexBench.StartAsync(Limited);
        var bulk = await KeepBackAsync(bench, bench.Webex.Bulk, "B1", "B2", "B3");
        var reply = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await bench.UntilKeptBackAsync(4);
        bench.Server.Script(Answer.Json(Samples.Room));

        bench.Clock.Advance(Seven);
        await Task.WhenAll([reply, .. bulk]);

        var order = bench.Server.Requests.Skip(1).Select(request => request.Line).ToList();
        order[0].ShouldBe("GET /v1/rooms/R1");
        order.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_first_that_hangs_holds_up_the_others_for_five_seconds()
    {
        await using var bench = await WebexBench.StartAsync(Limited);
        var calls = await KeepBackAsync(bench, "R1", "R2", "R3");
        bench.Server.Script(Answer.Silence, Answer.Json(Samples.Room));

        bench.Clock.Advance(Seven);
        await bench.Server.UntilReceivedAsync(2);
        bench.Clock.Advance(TimeSpan.FromSeconds(4.999));
        bench.Server.Requests.Count.ShouldBe(2);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.001));

        await Task.WhenAny(calls).Unwrap();
        await bench.Server.UntilReceivedAsync(4);
        calls.Count(call => !call.IsCompleted).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Whoever_gave_up_is_passed_over_and_a_first_that_fails_makes_room()
    {
        await using var bench = await WebexBench.StartAsync(Limited);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var gone = bench.Webex.Rooms.DeleteAsync(new RoomId("R0"), cancel.Token);
        await bench.UntilKeptBackAsync(1);
        var fails = bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop);
        await bench.UntilKeptBackAsync(2);
        var follows = bench.Webex.Rooms.DeleteAsync(new RoomId("R2"), Stop);
        await bench.UntilKeptBackAsync(3);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        bench.Server.Script(Answer.Reset, Answer.Status(204));

        bench.Clock.Advance(Seven);

        await Should.ThrowAsync<WebexException>(() => fails);
        await follows;
        bench.Server.Requests.Select(request => request.Line).Skip(1).ShouldBe(["DELETE /v1/rooms/R1", "DELETE /v1/rooms/R2"]);
    }

    [Fact]
    public async Task Whose_turn_does_not_come_in_time_is_told()
    {
        var settings = new Dictionary<string, string?> { ["Webex:MaxWait"] = "00:00:45" };
        await using var bench = await WebexBench.StartAsync(settings, Answer.Status(429).With("Retry-After", "25"));
        var first = bench.Webex.Rooms.DeleteAsync(new RoomId("R1"), Stop);
        await bench.UntilKeptBackAsync(1);
        var second = bench.Webex.Rooms.DeleteAsync(new RoomId("R2"), Stop);
        await bench.UntilKeptBackAsync(2);

        bench.Clock.Advance(TimeSpan.FromSeconds(25));
        await Should.ThrowAsync<WebexException>(() => first);
        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        var late = await Should.ThrowAsync<WebexException>(() => second);
        late.Message.ShouldContain("Webex:MaxWait");
        (late.Status, late.RetryAfter, late.IsAmbiguous).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(5), false));
        bench.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task In_real_time_too_ten_callers_keep_still_and_another_endpoint_does_not_notice()
    {
        var limitedAt = 0L;
        await using var bench = await WebexBench.StartInRealTimeAsync(Answer.Status(500));
        List<TimeSpan> arrivals = [];
        var early = new Answer(context =>
        {
            lock (arrivals)
                limitedAt = Stopwatch.GetTimestamp();
            return Answer.Status(429).With("Retry-After", "1").WriteAsync(context);
        });
        var ok = new Answer(context =>
        {
            lock (arrivals)
                arrivals.Add(Stopwatch.GetElapsedTime(limitedAt));
            return Answer.Json(Samples.Room).WriteAsync(context);
        });
        bench.Server.Script(early, Answer.Json(Samples.Message), ok);

        var first = bench.Webex.Rooms.GetAsync(new RoomId("R1"), Stop);
        await bench.Server.UntilReceivedAsync(1);
        await Until(() => bench.Log.All.Any(line => line.Contains("wants no call", StringComparison.Ordinal)));
        var others = Enumerable.Range(2, 9).Select(n => bench.Webex.Rooms.GetAsync(new RoomId($"R{n}"), Stop)).ToList();
        await bench.Webex.Messages.GetAsync(new MessageId("S1"), Stop);
        Stopwatch.GetElapsedTime(limitedAt).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        await Task.WhenAll([first, .. others]);

        arrivals.Count.ShouldBe(10);
        arrivals.ShouldAllBe(after => after >= TimeSpan.FromSeconds(1));
    }

    private static async Task Until(Func<bool> reached)
    {
        while (!reached())
            await Task.Yield();
    }

    private static Answer Held(TaskCompletionSource signal) => new(async context =>
    {
        await signal.Task;
        await Answer.Json(Samples.Room).WriteAsync(context);
    });

    private static Task<List<Task<Room>>> KeepBackAsync(WebexBench bench, params string[] rooms) => KeepBackAsync(bench, bench.Webex, rooms);

    /// <summary>The first is answered 429; all are kept back, in this order.</summary>
    private static async Task<List<Task<Room>>> KeepBackAsync(WebexBench bench, WebexClient webex, params string[] rooms)
    {
        List<Task<Room>> calls = [];
        foreach (var room in rooms)
        {
            calls.Add(webex.Rooms.GetAsync(new RoomId(room), Stop));
            await bench.UntilKeptBackAsync(calls.Count);
        }

        return calls;
    }
}
