using System.Collections.Concurrent;

namespace BotHost.Outbox;

/// <summary>Who waits in this process for an effect to be carried out.</summary>
internal sealed class EffectWaits
{
    private readonly ConcurrentDictionary<(long Event, int Ordinal), TaskCompletionSource> _waiting = [];

    /// <summary>Completes when the effect ended. Ask for it before looking whether it has.</summary>
    public Task WhenEndedAsync(long @event, int ordinal, CancellationToken cancellationToken) => _waiting
        .GetOrAdd((@event, ordinal), _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellationToken);

    public void Ended(long @event, int ordinal)
    {
        if (_waiting.TryRemove((@event, ordinal), out var waiting))
            waiting.SetResult();
    }
}
