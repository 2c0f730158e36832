namespace BotHost.Inbox;

/// <summary>
/// Closed until it is known in which rooms something was missed, and those are held: what came in since must not be handled before what
/// came earlier.
/// </summary>
internal sealed class RoomsGate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => _open.Task.IsCompleted;

    public Task WhenOpenAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);

    /// <summary>For good. Doing it again changes nothing.</summary>
    public void Open() => _open.TrySetResult();
}
