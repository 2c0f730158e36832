namespace WebexSimulator.Control;

/// <summary>
/// What was asked of the simulator and what it delivered, in one order, so that a test can count effects. Nothing that was said is in
/// it. Bounded: the oldest is forgotten.
/// </summary>
internal sealed class Ledger(TimeProvider time, SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<LedgerEntry> _entries = [];
    private long _sequence;

    public void Add(LedgerCall call) => Add(sequence => new(sequence, time.GetUtcNow(), "call", call, null));

    public void Add(LedgerDelivery delivery) => Add(sequence => new(sequence, time.GetUtcNow(), "delivery", null, delivery));

    public IReadOnlyList<LedgerEntry> Read(long after, string? kind)
    {
        lock (_gate)
        {
            var first = _sequence - _entries.Count;
            return [.. _entries.Skip((int)Math.Clamp(after - first, 0, _entries.Count)).Where(entry => kind is null || entry.Kind == kind)];
        }
    }

    private void Add(Func<long, LedgerEntry> entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry(++_sequence));
            if (_entries.Count > options.LedgerCapacity) _entries.Dequeue();
        }
    }
}

/// <summary>One line of the ledger: a call or a delivery.</summary>
internal sealed record LedgerEntry(long Sequence, DateTimeOffset Time, string Kind, LedgerCall? Call, LedgerDelivery? Delivery);

/// <summary>A call of the API. The route is the path with its parameters' names; no person where the token was refused.</summary>
internal sealed record LedgerCall(string Method, string Route, string Path, string? PersonId, int Status);

/// <summary>One attempt to deliver: the answer's status, or why there was none.</summary>
internal sealed record LedgerDelivery(string WebhookId, string Resource, string Event, string DataId, int Attempt, int? Status, string? Failure);
