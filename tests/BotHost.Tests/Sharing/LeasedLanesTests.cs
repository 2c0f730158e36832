using BotHost.Storage;
using BotHost.Tests.Storage;

namespace BotHost.Tests.Sharing;

/// <summary>Whose lane it is, on a store that hosts share. The lease is short here.</summary>
public sealed class LeasedLanesTests : IAsyncLifetime
{
    private static readonly LeaseTimes Times = new(Lease: TimeSpan.FromSeconds(2), Poll: TimeSpan.FromMilliseconds(100));

    private TestStore _store = null!;
    private LaneHost _one = null!, _other = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.NewAsync(TestStore.PostgreSql, Cancelled);
        _one = await LaneHost.StartAsync(_store, Times);
        _other = await LaneHost.StartAsync(_store, Times);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        _store.Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_lane_is_one_hosts_until_it_is_given_back()
    {
        await _one.AnnounceAsync("room");
        var lane = await _one.Lanes.TakeAsync(Cancelled);
        var others = _other.Lanes.TakeAsync(Cancelled).AsTask();

        (await _one.ConfirmAsync(lane)).ShouldBeTrue();
        (await _other.ConfirmAsync(lane)).ShouldBeFalse();
        _one.Lanes.IsOurs(lane).ShouldBeTrue();
        others.IsCompleted.ShouldBeFalse();

        _one.Lanes.Release(lane, new NextWork(0));
        var next = await others;
        (next.Name, next.WasAbandoned).ShouldBe(("room", false));
        next.Fence.ShouldBeGreaterThan(lane.Fence);
        (await _one.ConfirmAsync(lane)).ShouldBeFalse();
        _one.Lanes.IsOurs(lane).ShouldBeFalse();
        _other.Lanes.Release(next, null);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_announced_while_a_worker_is_in_it_is_work_when_it_leaves()
    {
        await _one.AnnounceAsync("room");
        var lane = await _one.Lanes.TakeAsync(Cancelled);
        await _other.AnnounceAsync("room");

        _one.Lanes.Release(lane, null);

        (await _other.Lanes.TakeAsync(Cancelled)).Name.ShouldBe("room");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_lane_that_waits_for_a_second_try_is_not_woken()
    {
        await _one.AnnounceAsync("held");
        var lane = await _one.Lanes.TakeAsync(Cancelled);
        var again = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 500;
        _one.Lanes.Release(lane, new NextWork(again, IsHeld: true));

        await _other.AnnounceAsync("held");
        await _other.AnnounceAsync("free");

        // The other host finds the one lane and not the other; the first goes on when it said it would.
        (await _other.Lanes.TakeAsync(Cancelled)).Name.ShouldBe("free");
        (await _one.Lanes.TakeAsync(Cancelled)).Name.ShouldBe("held");
        TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ShouldBeGreaterThanOrEqualTo(again - 20);
    }

    [Fact(Timeout = 30_000)]
    public async Task Whoever_holds_a_lane_by_name_waits_for_it_and_leaves_its_work_in_it()
    {
        await _one.AnnounceAsync("room");
        var lane = await _one.Lanes.TakeAsync(Cancelled);
        var holding = _other.Lanes.HoldAsync("room", Cancelled);
        holding.IsCompleted.ShouldBeFalse();

        _one.Lanes.Release(lane, null);
        var held = await holding;
        await _one.AnnounceAsync("room");
        (await _other.ConfirmAsync(held)).ShouldBeTrue();
        _other.Lanes.Release(held, null);

        (await _one.Lanes.TakeAsync(Cancelled)).Name.ShouldBe("room");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_host_that_gives_no_sign_of_life_loses_its_lanes_and_finds_out_by_itself()
    {
        await _one.AnnounceAsync("room");
        var lane = await _one.Lanes.TakeAsync(Cancelled);

        await _one.StandStillAsync();
        var taken = await _other.Lanes.TakeAsync(Cancelled);

        (taken.Name, taken.WasAbandoned).ShouldBe(("room", true));
        _one.Lanes.IsOurs(lane).ShouldBeFalse();
        (await _one.ConfirmAsync(lane)).ShouldBeFalse();
        (await _other.ConfirmAsync(taken)).ShouldBeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task What_a_dead_host_left_open_is_not_forgotten_over_a_lane_held_by_name()
    {
        await _one.AnnounceAsync("room");
        await _one.Lanes.TakeAsync(Cancelled);
        await _one.StandStillAsync();

        var held = await _other.Lanes.HoldAsync("room", Cancelled);
        held.WasAbandoned.ShouldBeTrue();
        _other.Lanes.Release(held, new NextWork(0));

        (await _other.Lanes.TakeAsync(Cancelled)).WasAbandoned.ShouldBeTrue();
    }
}
