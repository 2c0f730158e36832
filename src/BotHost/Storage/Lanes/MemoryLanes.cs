using System.Threading.Channels;

namespace BotHost.Storage;

/// <summary>The lanes of a store that serves one process. Holds names only, and only of lanes that have work.</summary>
internal sealed class MemoryLanes : ILanes, IDisposable
{
    /// <summary>A machine's clock can be set while we wait: longer waits are looked at again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, State> _lanes = [];
    private readonly PriorityQueue<string, long> _waiting = new();
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _active;

    public MemoryLanes(TimeProvider time)
    {
        _time = time;
        _quiet.SetResult();
        _timer = time.CreateTimer(_ => OnTime(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    public bool IsQuiet
    {
        get
        {
            lock (_gate)
                return _active == 0;
        }
    }

    /// <inheritdoc/>
    public void Announce(WriteSession session, string lane, long dueAt)
    {
        // The store has one process, which is told by Wake; after a crash it looks for itself.
    }

    /// <inheritdoc/>
    public void Wake(string lane, long dueAt)
    {
        lock (_gate)
        {
            var state = Find(lane);
            if (state.Is is Standing.Taken or Standing.Ready)
                state.WokenFor = Math.Min(state.WokenFor, dueAt);
            else if (state.Is != Standing.Held && dueAt < state.DueAt)
                Schedule(lane, state, new NextWork(dueAt));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Lane> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var name = await _ready.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                // Held by somebody who asked for it by name, in the meantime.
                if (!_lanes.TryGetValue(name, out var state) || state.Is != Standing.Ready)
                    continue;
                state.Is = Standing.Taken;
                state.WokenFor = long.MaxValue;
                return new Lane(name);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<Lane> HoldAsync(string lane, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource free;
            lock (_gate)
            {
                var state = Find(lane);
                if (state.Is != Standing.Taken)
                {
                    // Whoever gives it back says whether there is work; until then it may have some.
                    state.WokenFor = state.Is == Standing.Ready ? 0 : state.DueAt;
                    SetStanding(state, Standing.Taken);
                    return new Lane(lane);
                }

                free = state.Freed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            await free.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public bool IsOurs(Lane lane) => true;

    /// <inheritdoc/>
    public bool Confirm(WriteSession session, Lane lane) => true;

    /// <inheritdoc/>
    public void Release(Lane lane, NextWork? next)
    {
        lock (_gate)
        {
            var state = _lanes[lane.Name];
            if (state.WokenFor != long.MaxValue && next is not { IsHeld: true })
                next = new NextWork(Math.Min(state.WokenFor, next?.DueAt ?? long.MaxValue));
            state.WokenFor = long.MaxValue;
            if (next is { } more)
                Schedule(lane.Name, state, more);
            else
            {
                SetStanding(state, Standing.Idle);
                _lanes.Remove(lane.Name);
            }

            state.Freed?.SetResult();
            state.Freed = null;
        }
    }

    /// <inheritdoc/>
    public Task WhenQuietAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _quiet.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => _timer.Dispose();

    private void Schedule(string lane, State state, NextWork next)
    {
        var wait = next.DueAt - _time.GetUtcNow().ToUnixTimeMilliseconds();
        state.DueAt = next.DueAt;
        if (wait <= 0)
        {
            SetStanding(state, Standing.Ready);
            _ready.Writer.TryWrite(lane);
            return;
        }

        SetStanding(state, next.IsHeld ? Standing.Held : Standing.Idle);
        if (next.IsHeld)
        {
            // By the clock that cannot be set: a second try is neither early nor three days late.
            state.Hold = _time.CreateTimer(_ => Unhold(lane, state), null, TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
            return;
        }

        _waiting.Enqueue(lane, next.DueAt);
        Arm();
    }

    private void Unhold(string lane, State state)
    {
        lock (_gate)
        {
            if (state.Is != Standing.Held)
                return;
            SetStanding(state, Standing.Ready);
            _ready.Writer.TryWrite(lane);
        }
    }

    private void OnTime()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
            while (_waiting.TryPeek(out var lane, out var dueAt) && dueAt <= now)
            {
                _waiting.Dequeue();
                // A lane may have been woken earlier since, or have moved on: only the entry that still holds counts.
                if (!_lanes.TryGetValue(lane, out var state) || state.DueAt != dueAt || state.Is != Standing.Idle)
                    continue;
                SetStanding(state, Standing.Ready);
                _ready.Writer.TryWrite(lane);
            }

            Arm();
        }
    }

    private void Arm()
    {
        if (!_waiting.TryPeek(out _, out var dueAt))
            return;
        var wait = TimeSpan.FromMilliseconds(Math.Max(1, dueAt - _time.GetUtcNow().ToUnixTimeMilliseconds()));
        _timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private State Find(string lane)
    {
        if (!_lanes.TryGetValue(lane, out var state))
            _lanes[lane] = state = new State();
        return state;
    }

    private void SetStanding(State state, Standing standing)
    {
        if (standing != Standing.Held)
        {
            state.Hold?.Dispose();
            state.Hold = null;
        }

        _active += (standing == Standing.Idle ? 0 : 1) - (state.Is == Standing.Idle ? 0 : 1);
        state.Is = standing;
        if (_active == 0)
            _quiet.TrySetResult();
        else if (_quiet.Task.IsCompleted)
            _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private enum Standing
    {
        /// <summary>Nothing to do, or not yet.</summary>
        Idle,

        /// <summary>Waits for a worker.</summary>
        Ready,

        /// <summary>A worker is in it.</summary>
        Taken,

        /// <summary>Waits for a second try.</summary>
        Held,
    }

    private sealed class State
    {
        public Standing Is { get; set; }

        public long DueAt { get; set; } = long.MaxValue;

        /// <summary>From when on there is work that came while a worker was in it.</summary>
        public long WokenFor { get; set; } = long.MaxValue;

        public TaskCompletionSource? Freed { get; set; }

        public ITimer? Hold { get; set; }
    }
}
