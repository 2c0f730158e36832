namespace BotHost.Storage;

/// <summary>What <see cref="LaneKeeper"/> asks of the lanes and tells them.</summary>
internal sealed partial class LeasedLanes
{
    /// <summary>How many workers wait for a lane.</summary>
    public int Wanted
    {
        get
        {
            lock (_gate)
                return _workers.Count;
        }
    }

    /// <summary>Whether work has come, since this was last asked, for which no worker was free here.</summary>
    public bool Overflowed()
    {
        lock (_gate)
        {
            (var overflowed, _overflows) = (_overflows, false);
            return overflowed;
        }
    }

    /// <summary>The lanes that are ours, or that somebody here is still in, by their names in the store.</summary>
    public IReadOnlyList<(string Name, long Fence)> Leases
    {
        get
        {
            lock (_gate)
                return [.. _leases.Values.Select(lease => (set + lease.Lane.Name, lease.Lane.Fence))];
        }
    }

    /// <summary>Adds lanes that were taken in the store, for whoever waits.</summary>
    /// <param name="since">When the taking began.</param>
    public void Add(IEnumerable<ClaimedLane> claimed, long since)
    {
        foreach (var one in claimed)
            Offer(Add(one, since, isByName: false));
    }

    /// <summary>After a sign of life: those that are not named any more are lost.</summary>
    public void Renewed(IReadOnlyList<(string Name, long Fence)> asked, IReadOnlySet<string> ours, long since)
    {
        lock (_gate)
        {
            foreach (var (name, fence) in asked)
            {
                if (Find(new Lane(name[set.Length..], fence)) is not { } lease)
                    continue;
                if (ours.Contains(name))
                    lease.RenewedAt = since;
                else if (lease.IsTaken)
                    lease.IsLost = true;
                else
                    _leases.Remove(lease.Lane.Name);
            }
        }
    }

    /// <summary>What is to be given back in the store. What could not be is put back by <see cref="Return"/>.</summary>
    public IReadOnlyList<GivenBack> TakeGivenBack()
    {
        lock (_gate)
        {
            var given = _givenBack;
            _givenBack = [];
            return given;
        }
    }

    public void Return(IReadOnlyList<GivenBack> given)
    {
        lock (_gate)
            _givenBack.AddRange(given);
    }

    /// <summary>Gives back all lanes nobody is in: the host ends.</summary>
    public void Close()
    {
        lock (_gate)
        {
            foreach (var lease in _leases.Values.Where(lease => !lease.IsTaken).ToList())
                GiveBack(lease, lease.DueAt);
        }
    }
}
