namespace BotHost.Storage;

/// <summary>A lane of a shared store that belongs to this host.</summary>
internal sealed class Lease(Lane lane, long renewedAt, bool isByName)
{
    public Lane Lane { get; } = lane;

    /// <summary>Whether it was asked for by name: who did so does not see to what an owner before left open.</summary>
    public bool IsByName { get; set; } = isByName;

    /// <summary>When the last sign of life began, by the clock that cannot be set.</summary>
    public long RenewedAt { get; set; } = renewedAt;

    /// <summary>Whether another host has it now; who works in it here is not told otherwise.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether a worker is in it.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>When it has work again, in milliseconds since 1970 here, while it waits for a second try or for a worker.</summary>
    public long DueAt { get; private set; }

    /// <summary>Whether it was taken away from work it had, which is there still.</summary>
    public bool IsOwed { get; private set; }

    private TaskCompletionSource? _freed;
    private ITimer? _hold;

    /// <summary>Completes when it is no longer taken.</summary>
    public Task Freed => (_freed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Take(bool owes = false)
    {
        (IsTaken, IsOwed) = (true, owes);
        _hold?.Dispose();
        _hold = null;
    }

    /// <summary>Keeps it, with nobody in it, until a second try.</summary>
    public void Hold(long dueAt, ITimer timer)
    {
        (DueAt, _hold) = (dueAt, timer);
        Free();
    }

    /// <summary>Nobody is in it any more.</summary>
    public void Free()
    {
        IsTaken = false;
        _freed?.SetResult();
        _freed = null;
    }
}
