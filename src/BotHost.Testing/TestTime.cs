namespace BotHost.Testing;

/// <summary>
/// The time of a bot under test: the world's, until it is sent ahead. What was due meanwhile fires then, in order and each once, on the caller's
/// thread. Deadlines of what is under way move along: it has had no time.
/// </summary>
internal sealed class TestTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _timers = [];
    private TimeSpan _ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private TimeSpan Ahead
    {
        get
        {
            lock (_gate)
                return _ahead;
        }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Ahead.Ticks;

    public void Advance(TimeSpan by)
    {
        Timer[] due, left;
        lock (_gate)
        {
            _ahead += by;
            foreach (var timer in _timers.Where(timer => timer.IsDeadline))
                timer.Due += by.Ticks;
            var now = GetTimestamp();
            due = [.. _timers.Where(timer => timer.Due <= now).OrderBy(timer => timer.Due)];
            foreach (var timer in due)
                timer.Settle(now);
            left = [.. _timers];
        }

        foreach (var timer in left)
            timer.Rearm();
        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(this, () => callback(state), state is CancellationTokenSource, dueTime, period);

    private sealed class Timer : ITimer
    {
        private readonly TestTime _time;
        private readonly Action _fire;
        private readonly ITimer _alarm;
        private TimeSpan _period;

        public Timer(TestTime time, Action fire, bool isDeadline, TimeSpan dueTime, TimeSpan period)
        {
            (_time, _fire, IsDeadline) = (time, fire, isDeadline);
            _alarm = System.CreateTimer(_ => OnAlarm(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        public bool IsDeadline { get; }

        public long Due { get; set; }

        public void Fire() => _fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._gate)
            {
                _period = period;
                if (dueTime < TimeSpan.Zero)
                    _time._timers.Remove(this);
                else
                    (Due, _) = (_time.GetTimestamp() + dueTime.Ticks, _time._timers.Add(this));
            }

            Rearm();
            return true;
        }

        /// <summary>It fires: when again, if ever.</summary>
        public void Settle(long now)
        {
            if (_period > TimeSpan.Zero)
                Due += ((now - Due) / _period.Ticks * _period.Ticks) + _period.Ticks;
            else
                _time._timers.Remove(this);
        }

        /// <summary>Has the world's clock ring when it is due.</summary>
        public void Rearm()
        {
            lock (_time._gate)
            {
                var left = TimeSpan.FromTicks(Math.Max(0, Due - _time.GetTimestamp()));
                // Longer waits than a timer of the world takes are looked at again.
                var wait = left < TimeSpan.FromDays(1) ? left + TimeSpan.FromMilliseconds(left > TimeSpan.Zero ? 1 : 0) : TimeSpan.FromDays(1);
                try
                {
                    _alarm.Change(_time._timers.Contains(this) ? wait : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }
                catch (ObjectDisposedException)
                {
                    // Disposed since it was looked up.
                }
            }
        }

        public void Dispose()
        {
            Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _alarm.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void OnAlarm()
        {
            bool isDue;
            lock (_time._gate)
            {
                var now = _time.GetTimestamp();
                isDue = _time._timers.Contains(this) && Due <= now;
                if (isDue)
                    Settle(now);
            }

            Rearm();
            if (isDue)
                _fire();
        }
    }
}
