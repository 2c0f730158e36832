namespace BotHost.Tests.Webex;

public sealed class FakeClockTests
{
    [Fact]
    public void Timers_fire_in_the_order_they_are_due_and_see_their_own_time()
    {
        var clock = new FakeClock();
        List<string> fired = [];
        using var late = Timer("late", 3);
        using var soon = Timer("soon", 1);
        using var gone = Timer("gone", 2);
        gone.Dispose();

        clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBe(["soon at 1", "late at 3"]);
        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(5));

        ITimer Timer(string name, int seconds) =>
            clock.CreateTimer(_ => fired.Add($"{name} at {clock.Elapsed.TotalSeconds}"), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_periodic_timer_fires_until_it_is_disposed()
    {
        var clock = new FakeClock();
        var count = 0;
        var timer = clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(6));
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(6));

        count.ShouldBe(3);
    }

    [Fact]
    public async Task A_delay_on_it_ends_with_it()
    {
        var clock = new FakeClock();
        var delay = Task.Delay(TimeSpan.FromDays(1), clock, TestContext.Current.CancellationToken);
        await clock.UntilPendingAsync(1, TimeSpan.FromDays(1));

        clock.Advance(TimeSpan.FromDays(1));

        await delay;
    }
}
