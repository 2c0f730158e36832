namespace BotHost.Storage;

/// <summary>
/// The lanes of a store that several hosts share: which have work is in the store, and a host takes one for as long as it gives a sign of
/// life. Only lanes that somebody here waits for are taken; <see cref="LaneKeeper"/> does the taking.
/// </summary>
/// <param name="set">What the names of this set's lanes begin with in the store.</param>
internal sealed partial class LeasedLanes(string set, LaneTable table, LaneBell bell, LeaseTimes times, TimeProvider time) : ILanes
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lease> _leases = [];
    private readonly Queue<Lane> _ready = new();
    private readonly LinkedList<TaskCompletionSource<Lane>> _workers = [];
    private List<GivenBack> _givenBack = [];
    private bool _overflows;

    public string Set => set;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public bool IsQuiet => table.IsQuiet(set);

    /// <inheritdoc/>
    public void Announce(WriteSession session, string lane, long dueAt) => table.Announce(session, set + lane, Wait(dueAt));

    /// <inheritdoc/>
    public void Wake(string lane, long dueAt)
    {
        if (Wait(dueAt) > 0)
            return;
        lock (_gate)
            _overflows |= _workers.Count == 0;
        bell.Ring();
    }

    /// <inheritdoc/>
    public async ValueTask<Lane> TakeAsync(CancellationToken cancellationToken)
    {
        var worker = new TaskCompletionSource<Lane>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (_ready.TryDequeue(out var ready))
            {
                if (IsFree(ready) is not { } lease)
                    continue;
                lease.Take();
                return ready;
            }

            _workers.AddLast(worker);
        }

        bell.Ring();
        await using var stops = cancellationToken.Register(() =>
        {
            lock (_gate)
            {
                if (_workers.Remove(worker))
                    worker.SetCanceled(cancellationToken);
            }
        });
        return await worker.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Lane> HoldAsync(string lane, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task freed;
            lock (_gate)
            {
                if (!_leases.TryGetValue(lane, out var lease))
                    freed = Task.CompletedTask;
                else if (lease.IsTaken)
                    freed = lease.Freed;
                else
                {
                    lease.Take(owes: true);
                    return lease.Lane;
                }
            }

            await freed.WaitAsync(cancellationToken).ConfigureAwait(false);
            var since = time.GetTimestamp();
            if (table.Claim(set + lane) is { } claimed)
                return Add(claimed, since, isByName: true);
            await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public bool IsOurs(Lane lane)
    {
        lock (_gate)
            return Find(lane) is { IsLost: false } lease && time.GetElapsedTime(lease.RenewedAt) < times.Trust;
    }

    /// <inheritdoc/>
    public bool Confirm(WriteSession session, Lane lane) => table.Confirm(session, set + lane.Name, lane.Fence);

    /// <inheritdoc/>
    public void Release(Lane lane, NextWork? next)
    {
        lock (_gate)
        {
            if (Find(lane) is not { } lease)
                return;
            if (next is { IsHeld: true } again && Wait(again.DueAt) is var wait and > 0 && !lease.IsLost)
            {
                // Ours until then: what is announced meanwhile does not wake it.
                lease.Hold(again.DueAt, time.CreateTimer(_ => Offer(lane), null, TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan));
                return;
            }

            GiveBack(lease, lease.IsOwed ? 0 : next?.DueAt);
        }

        bell.Ring();
    }

    /// <inheritdoc/>
    public async Task WhenQuietAsync(CancellationToken cancellationToken)
    {
        while (!IsQuietForAllWeKnow())
            await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);

        bool IsQuietForAllWeKnow()
        {
            try
            {
                return IsQuiet;
            }
            catch (StoreException)
            {
                return false;
            }
        }
    }

    private Lane Add(ClaimedLane claimed, long since, bool isByName)
    {
        var lane = new Lane(claimed.Name[set.Length..], claimed.Fence, claimed.WasAbandoned);
        lock (_gate)
        {
            var lease = _leases[lane.Name] = new Lease(lane, since, isByName);
            if (isByName)
                lease.Take();
        }

        return lane;
    }

    /// <summary>Gives a lane to a worker, or has it wait for one.</summary>
    private void Offer(Lane lane)
    {
        lock (_gate)
        {
            if (IsFree(lane) is not { } lease)
                return;
            if (_workers.First is not { } worker)
            {
                _ready.Enqueue(lane);
                return;
            }

            _workers.RemoveFirst();
            lease.Take();
            worker.Value.SetResult(lane);
        }
    }

    private void GiveBack(Lease lease, long? dueAt)
    {
        var (name, fence, wasAbandoned) = lease.Lane;
        _leases.Remove(name);
        lease.Free();
        _givenBack.Add(new GivenBack(set + name, fence, dueAt is { } due ? Wait(due) : null, wasAbandoned && lease.IsByName));
    }

    private Lease? IsFree(Lane lane) => Find(lane) is { IsTaken: false } lease ? lease : null;

    private Lease? Find(Lane lane) => _leases.TryGetValue(lane.Name, out var lease) && lease.Lane.Fence == lane.Fence ? lease : null;

    private long Wait(long dueAt) => Math.Max(0, dueAt - time.GetUtcNow().ToUnixTimeMilliseconds());
}
