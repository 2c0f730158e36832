namespace WebexSimulator.Control;

/// <summary>Knows how many deliveries are queued or under way, and lets others await that there are none.</summary>
internal sealed class Quiet
{
    private readonly Lock _gate = new();
    private int _pending;
    private TaskCompletionSource? _reached;

    public void Started()
    {
        lock (_gate) _pending++;
    }

    public void Finished(int count = 1)
    {
        lock (_gate)
        {
            _pending -= count;
            if (_pending > 0) return;
            _reached?.SetResult();
            _reached = null;
        }
    }

    public Task ReachedAsync()
    {
        lock (_gate)
        {
            if (_pending == 0) return Task.CompletedTask;
            return (_reached ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
