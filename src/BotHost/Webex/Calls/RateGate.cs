namespace BotHost.Webex;

/// <summary>
/// One endpoint's gate. It is open, or closed until a moment on the monotonic clock that only ever moves later. When that moment has
/// come, not all who wait rush through: one goes first, and each that Webex lets pass makes room for two more, interactive calls before
/// bulk. Another 429 closes the gate again; five seconds without one open it for all, so that one slow call holds up nobody for long.
/// </summary>
internal sealed class RateGate(TimeProvider time)
{
    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(5);

    private readonly long start = time.GetTimestamp();
    private readonly Lock changing = new();
    private readonly PriorityQueue<TaskCompletionSource<int>, (WebexPriority Priority, long Arrival)> waiting = new();
    private ITimer? timer;
    private TimeSpan opensAt = -Ramp;
    private long arrivals;
    private int closings;
    private int window = int.MaxValue;
    private int underWay;

    /// <summary>How long the gate stays closed; zero or less when it is not.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (changing)
                return opensAt - Now;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits for the call's turn. What is returned is handed back with <see cref="Leave"/>.</summary>
    /// <exception cref="TimeoutException">The turn did not come in time.</exception>
    public async Task<int> EnterAsync(WebexPriority priority, TimeSpan patience, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (changing)
        {
            waiting.Enqueue(turn, (priority, arrivals++));
            LetThrough();
        }

        return turn.Task.IsCompleted ? await turn.Task : await WaitAsync(turn, patience, cancellationToken);
    }

    /// <summary>Ends a call's turn.</summary>
    /// <param name="turn">What <see cref="EnterAsync"/> returned.</param>
    /// <param name="letPass">Whether Webex took the call; false too when it never answered.</param>
    public void Leave(int turn, bool letPass)
    {
        lock (changing)
        {
            if (turn != closings)
                return; // From before the gate closed last: it tells nothing about now.

            underWay--;
            if (letPass && window < int.MaxValue)
                Widen();
            LetThrough();
        }
    }

    public void CloseFor(TimeSpan wait)
    {
        lock (changing)
        {
            if (Now + wait <= opensAt)
                return;

            opensAt = Now + wait;
            (window, underWay) = (1, 0);
            closings++;
            Ring(wait);
        }
    }

    private async Task<int> WaitAsync(TaskCompletionSource<int> turn, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await turn.Task.WaitAsync(either.Token);
        }
        catch (OperationCanceledException gaveUp)
        {
            if (!turn.TrySetCanceled(CancellationToken.None))
                Leave(await turn.Task, letPass: false); // The turn came in the same moment.

            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException("The turn did not come in time.", gaveUp);
        }
    }

    private void Widen()
    {
        window = waiting.Count == 0 ? int.MaxValue : window * 2;
        if (window == int.MaxValue)
            timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void LetThrough()
    {
        if (Now < opensAt)
            return;

        while (underWay < window && waiting.TryDequeue(out var next, out _))
            underWay += next.TrySetResult(closings) ? 1 : 0; // Whoever gave up is passed over.
    }

    // Rings when the gate opens, and once more when it opens for all.
    private void OnRing()
    {
        lock (changing)
        {
            var open = Now - opensAt;
            if (open >= Ramp)
                window = int.MaxValue;
            else
                Ring(open < TimeSpan.Zero ? -open : Ramp - open);
            LetThrough();
        }
    }

    private void Ring(TimeSpan after)
    {
        timer ??= time.CreateTimer(_ => OnRing(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // Timers know milliseconds: one rounded down would ring early.
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(after.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
