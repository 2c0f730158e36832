namespace BotHost.Inbox;

/// <summary>Whether Webex delivers to this host, as the door that knows says.</summary>
internal sealed class DoorState
{
    private readonly TaskCompletionSource _checked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isDelivering;
    private int _turnedAway;

    /// <summary>Whether Webex delivered when it was last asked.</summary>
    public bool IsDelivering => _isDelivering;

    /// <summary>Completes when Webex was asked for the first time, whatever it said: what happens from then on is delivered, or is noticed to be missed.</summary>
    public Task WhenCheckedAsync(CancellationToken cancellationToken) => _checked.Task.WaitAsync(cancellationToken);

    /// <summary>Says what Webex answered.</summary>
    public void Checked(bool isDelivering)
    {
        _isDelivering = isDelivering;
        _checked.TrySetResult();
    }

    /// <summary>Says that a genuine delivery was answered with a failure: Webex does not promise to send it again.</summary>
    public void TurnedAway() => Volatile.Write(ref _turnedAway, 1);

    /// <summary>Whether there was one since this was last asked.</summary>
    public bool TakeTurnedAway() => Interlocked.Exchange(ref _turnedAway, 0) == 1;
}
