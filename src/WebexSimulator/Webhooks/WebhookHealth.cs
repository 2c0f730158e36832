namespace WebexSimulator.Webhooks;

/// <summary>
/// Whether a webhook is delivered to. 100 failed deliveries within 5 minutes switch it off; it stays off until it is activated again;
/// activated within 5 minutes of being switched off, the next failure switches it off at once.
/// </summary>
internal sealed class WebhookHealth
{
    private const int MaxFailures = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Queue<DateTimeOffset> _failures = [];
    private DateTimeOffset? _switchedOff;
    private bool _isOnProbation;

    public bool IsActive { get; private set; } = true;

    public void Activate(DateTimeOffset now)
    {
        if (IsActive) return;
        IsActive = true;
        _isOnProbation = now - _switchedOff < Window;
    }

    // That a success ends the probation is our reading: "the next failure" would else threaten for ever.
    public void Succeeded() => _isOnProbation = false;

    public void Failed(DateTimeOffset now)
    {
        if (!IsActive) return;
        _failures.Enqueue(now);
        while (now - _failures.Peek() > Window) _failures.Dequeue();
        if (_failures.Count < MaxFailures && !_isOnProbation) return;
        SwitchOff(now);
    }

    public void SwitchOff(DateTimeOffset now)
    {
        IsActive = false;
        _isOnProbation = false;
        _switchedOff = now;
        _failures.Clear();
    }
}
