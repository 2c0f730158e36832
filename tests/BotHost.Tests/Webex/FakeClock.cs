namespace BotHost.Tests.Webex;

/// <summary>A clock that stands still until it is advanced; its timers then fire in the order they are due, on the caller's thread.</summary>
internal sealed class FakeClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock changing = new();
    private readonly List<FakeTimer> timers = [];
    private readonly List<(Func<bool> Reached, TaskCompletionSource Signal)> watchers = [];
    private TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public TimeSpan Elapsed
    {
        get
        {
            lock (changing)
                return elapsed;
        }
    }

    /// <summary>Completes when somebody waits: when so many timers are due within this time, those due very soon left out.</summary>
    public Task UntilPendingAsync(int count, TimeSpan within, TimeSpan beyond = default)
    {
        lock (changing)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((() => timers.Count(timer => timer.Due <= elapsed + within && (beyond == default || timer.Due > elapsed + beyond)) >= count, signal));
            Tell();
            return signal.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }

    public void Advance(TimeSpan by)
    {
        var target = Elapsed + by;
        while (TakeDue(target) is { } due)
            due.Fire();

        lock (changing)
            elapsed = target;
    }

    /// <summary>Advances as for a program that was stopped meanwhile: what was due fires at the end, and once.</summary>
    public void Skip(TimeSpan by)
    {
        lock (changing)
            elapsed += by;
        Advance(TimeSpan.Zero);
    }

    /// <summary>Advances to the timer that is due first, and fires it and no other.</summary>
    public void AdvanceToNext() => TakeDue(TimeSpan.MaxValue)?.Fire();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private FakeTimer? TakeDue(TimeSpan target)
    {
        lock (changing)
        {
            var next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
                return null;

            elapsed = next.Due > elapsed ? next.Due : elapsed;
            timers.Remove(next);
            if (next.Period > TimeSpan.Zero)
                Add(next, next.Period);
            return next;
        }
    }

    private void Add(FakeTimer timer, TimeSpan dueTime)
    {
        timer.Due = elapsed + dueTime;
        timers.Add(timer);
        Tell();
    }

    private void Tell()
    {
        foreach (var reached in watchers.Where(watcher => watcher.Reached()).ToList())
        {
            watchers.Remove(reached);
            reached.Signal.SetResult();
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.changing)
            {
                clock.timers.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero)
                    clock.Add(this, dueTime);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
