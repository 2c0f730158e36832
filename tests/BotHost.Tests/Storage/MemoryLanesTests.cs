using BotHost.Storage;
using BotHost.Tests.Webex;

namespace BotHost.Tests.Storage;

/// <summary>Who may work in which lane, and when.</summary>
public sealed class MemoryLanesTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly MemoryLanes _lanes;

    public MemoryLanesTests() => _lanes = new MemoryLanes(_clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    public async Task A_lane_has_one_worker_and_what_comes_meanwhile_waits()
    {
        _lanes.Wake("a", Now);
        var lane = await _lanes.TakeAsync(Cancelled);
        _lanes.Wake("a", Now);
        var next = _lanes.TakeAsync(Cancelled).AsTask();

        next.IsCompleted.ShouldBeFalse();
        _lanes.Release(lane, null);
        (await next).Name.ShouldBe("a");
    }

    [Fact]
    public async Task Lanes_take_turns()
    {
        _lanes.Wake("a", Now);
        _lanes.Wake("b", Now);
        var first = await _lanes.TakeAsync(Cancelled);
        _lanes.Release(first, new NextWork(Now));

        (await _lanes.TakeAsync(Cancelled)).Name.ShouldBe("b");
        (await _lanes.TakeAsync(Cancelled)).Name.ShouldBe("a");
    }

    [Fact]
    public async Task A_held_lane_is_not_woken_before_its_time_and_is_not_quiet()
    {
        _lanes.Wake("a", Now);
        _lanes.Release(await _lanes.TakeAsync(Cancelled), new NextWork(Now + 1000, IsHeld: true));
        _lanes.Wake("a", Now);
        var next = _lanes.TakeAsync(Cancelled).AsTask();

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        (next.IsCompleted, _lanes.IsQuiet).ShouldBe((false, false));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await next).Name.ShouldBe("a");
    }

    [Fact]
    public async Task Work_that_is_not_due_is_quiet_and_earlier_work_comes_first()
    {
        _lanes.Wake("a", Now + 60_000);
        _lanes.IsQuiet.ShouldBeTrue();
        _lanes.Wake("a", Now + 1000);
        var next = _lanes.TakeAsync(Cancelled).AsTask();

        _clock.Advance(TimeSpan.FromSeconds(1));
        (await next).Name.ShouldBe("a");
    }

    [Fact]
    public async Task Who_asks_for_a_lane_by_name_gets_it_as_soon_as_it_is_free()
    {
        _lanes.Wake("a", Now);
        var worker = await _lanes.TakeAsync(Cancelled);
        var holder = _lanes.HoldAsync("a", Cancelled);
        holder.IsCompleted.ShouldBeFalse();
        _lanes.Release(worker, new NextWork(Now));
        var held = await holder;
        var next = _lanes.TakeAsync(Cancelled).AsTask();

        next.IsCompleted.ShouldBeFalse();
        _lanes.Release(held, null);
        (await next).Name.ShouldBe("a", "there was work in it when it was held");
    }

    [Fact]
    public async Task Quiet_comes_when_the_last_lane_is_given_back_with_nothing_left()
    {
        _lanes.Wake("a", Now);
        var quiet = _lanes.WhenQuietAsync(Cancelled);
        var lane = await _lanes.TakeAsync(Cancelled);
        quiet.IsCompleted.ShouldBeFalse();
        _lanes.Release(lane, null);
        await quiet;
    }

    public void Dispose() => _lanes.Dispose();
}
