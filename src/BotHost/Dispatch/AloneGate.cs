namespace BotHost.Dispatch;

/// <summary>
/// Lets handlers run side by side, or one with nothing beside it: what was under way when a process ended runs alone, so that if it
/// happens again it is known who is to blame. Only handlers pass through here: what one of them waits for must still get in.
/// </summary>
internal sealed class AloneGate : IDisposable
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Lock _gate = new();
    private int _inside;
    private TaskCompletionSource? _empty;

    /// <summary>Waits for its turn. Dispose of what it gives when the handler has ended.</summary>
    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!alone)
        {
            lock (_gate)
                _inside++;
            _door.Release();
            return new Exit(Leave);
        }

        Task empty;
        lock (_gate)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_inside == 0)
                _empty.SetResult();
            empty = _empty.Task;
        }

        try
        {
            await empty.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _door.Release();
            throw;
        }

        return new Exit(() => _door.Release());
    }

    public void Dispose() => _door.Dispose();

    private void Leave()
    {
        lock (_gate)
        {
            if (--_inside == 0)
                _empty?.TrySetResult();
        }
    }

    private sealed class Exit(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
