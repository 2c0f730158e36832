namespace BotHost.Storage;

/// <summary>A write that waits for its turn, and somebody who waits for the write.</summary>
internal abstract class QueuedWrite
{
    public abstract void Run(WriteSession session);

    public abstract void Complete();

    public abstract void Fail(Exception error);
}

internal sealed class QueuedWrite<T>(Func<WriteSession, T> work, Action<T>? committed) : QueuedWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(WriteSession session) => _result = work(session);

    public override void Complete()
    {
        committed?.Invoke(_result);
        _done.SetResult(_result);
    }

    public override void Fail(Exception error) => _done.SetException(error);
}
