using System.Threading.Channels;

namespace BotHost.Inbox;

/// <summary>
/// The order of work: within a lane one event at a time, first come, first served; between lanes side by side. Lanes that are
/// ready take turns, so a busy room delays the others by one event at most. Holds numbers only; the events are on disk.
/// </summary>
internal sealed class Lanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<long>> _waiting = [];
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();
    private TaskCompletionSource _quiet = Completed();

    /// <summary>Puts an event at the end of its lane.</summary>
    public void Enqueue(string lane, long sequence)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
                _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_waiting.TryGetValue(lane, out var queue))
            {
                queue.Enqueue(sequence);
                return;
            }

            _waiting[lane] = new Queue<long>([sequence]);
            _ready.Writer.TryWrite(lane);
        }
    }

    /// <summary>The next event whose lane is free. Its lane stays taken until <see cref="Release"/>.</summary>
    public async ValueTask<(string Lane, long Sequence)> TakeAsync(CancellationToken cancellationToken)
    {
        var lane = await _ready.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
            return (lane, _waiting[lane].Peek());
    }

    /// <summary>Lets the lane go on with its next event.</summary>
    public void Release(string lane)
    {
        lock (_gate)
        {
            var queue = _waiting[lane];
            queue.Dequeue();
            if (queue.Count > 0)
                _ready.Writer.TryWrite(lane);
            else
                _waiting.Remove(lane);
            if (_waiting.Count == 0)
                _quiet.TrySetResult();
        }
    }

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsQuiet
    {
        get
        {
            lock (_gate)
                return _waiting.Count == 0;
        }
    }

    /// <summary>Completes when nothing waits and nothing is under way.</summary>
    public Task WhenQuietAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _quiet.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
