using System.Diagnostics.CodeAnalysis;

namespace WebexSimulator.Control;

/// <summary>
/// The simulator's own time: it runs as the world's does until it is stopped or sent ahead. Everything that waits here waits by it, so
/// that five minutes pass in a moment. Timers fire in the order they are due, each at its own time.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as the program.")]
internal sealed class SimulatorClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly Lock _firing = new();
    private readonly SortedSet<ClockTimer> _timers = new(ClockTimer.InOrder);
    private readonly TimeProvider _world;
    private readonly ITimer _alarm;
    private TimeSpan _elapsed;
    private TimeSpan _wall;
    private long _since;
    private long _timersMade;

    public SimulatorClock(TimeProvider? world = null)
    {
        _world = world ?? System;
        _alarm = _world.CreateTimer(_ => Fire(Elapsed()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Restart();
    }

    /// <summary>False while it stands still.</summary>
    public bool IsRunning { get; private set; } = true;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return new(ElapsedInside().Ticks + _wall.Ticks, TimeSpan.Zero);
    }

    /// <summary>Back to the time of the world, and running.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            (_elapsed, _since, IsRunning) = (ElapsedInside(), _world.GetTimestamp(), true);
            _wall = TimeSpan.FromTicks(_world.GetUtcNow().UtcTicks) - _elapsed;
            SetAlarm();
        }
    }

    public void Run(bool isRunning)
    {
        lock (_gate)
        {
            (_elapsed, _since, IsRunning) = (ElapsedInside(), _world.GetTimestamp(), isRunning);
            SetAlarm();
        }
    }

    /// <summary>Goes ahead. What is due on the way has been fired when this returns, also what was set on the way.</summary>
    public void Advance(TimeSpan by) => Fire(Elapsed() + by);

    /// <summary>Ahead as by <see cref="Advance"/>. Back: only the time of day changes, and timers do not notice.</summary>
    public void Set(DateTimeOffset now)
    {
        var by = now - GetUtcNow();
        if (by >= TimeSpan.Zero) Advance(by);
        else lock (_gate) _wall += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, () => callback(state), Interlocked.Increment(ref _timersMade));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = ElapsedInside() + dueTime;
                _timers.Add(timer);
            }
            SetAlarm();
        }
    }

    // One at a time, so that two callers who send it ahead do not fire out of order.
    private void Fire(TimeSpan until)
    {
        lock (_firing)
        {
            while (NextUntil(until) is { } timer) timer.Fire();
        }
    }

    private ClockTimer? NextUntil(TimeSpan until)
    {
        lock (_gate)
        {
            if (_timers.Min is { } timer && timer.Due <= until)
            {
                GoTo(timer.Due);
                _timers.Remove(timer);
                if (timer.Period <= TimeSpan.Zero) return timer;
                timer.Due += timer.Period;
                _timers.Add(timer);
                return timer;
            }
            GoTo(until);
            SetAlarm();
            return null;
        }
    }

    private void GoTo(TimeSpan elapsed)
    {
        if (elapsed <= ElapsedInside()) return;
        (_elapsed, _since) = (elapsed, _world.GetTimestamp());
    }

    private TimeSpan Elapsed()
    {
        lock (_gate) return ElapsedInside();
    }

    private TimeSpan ElapsedInside() => IsRunning ? _elapsed + _world.GetElapsedTime(_since) : _elapsed;

    private void SetAlarm()
    {
        if (!IsRunning || _timers.Min is not { } next)
        {
            _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }
        // A moment more than is left: an alarm that rings early would find nothing due.
        var left = next.Due - ElapsedInside() + TimeSpan.FromMilliseconds(1);
        _alarm.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left < MaxAlarm ? left : MaxAlarm, Timeout.InfiniteTimeSpan);
    }

    private static readonly TimeSpan MaxAlarm = TimeSpan.FromDays(1);
}

/// <summary>Something to be done at a time of the simulator's.</summary>
internal sealed class ClockTimer(SimulatorClock clock, Action fire, long number) : ITimer
{
    public static IComparer<ClockTimer> InOrder { get; } =
        Comparer<ClockTimer>.Create((one, other) => (one.Due, one.Number).CompareTo((other.Due, other.Number)));

    public TimeSpan Due { get; set; }
    public TimeSpan Period { get; set; }
    private long Number => number;

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Schedule(this, dueTime, period);
        return true;
    }

    public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
