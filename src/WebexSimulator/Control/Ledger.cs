namespace WebexSimulator.Control;

/// <summary>
/// What was asked of the simulator and what it delivered, in one order, so that a test can count effects. Nothing that was said is in
/// it, unless a setting wants it. Bounded: the oldest is forgotten.
/// </summary>
internal sealed class Ledger(TimeProvider time, SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<LedgerEntry> _entries = [];
    private readonly List<Waiter> _waiters = [];
    private long _sequence;

    /// <summary>Whether bodies are written down.</summary>
    public bool KeepsBodies => options.LedgerBodies;

    public void Add(LedgerCall call) => Add(sequence => new(sequence, time.GetUtcNow(), "call", call, null));

    public void Add(LedgerDelivery delivery) => Add(sequence => new(sequence, time.GetUtcNow(), "delivery", null, delivery));

    public IReadOnlyList<LedgerEntry> Read(LedgerQuery query)
    {
        lock (_gate) return Find(query);
    }

    /// <summary>Waits until so many lines match, those included that are there already.</summary>
    public async Task ReachedAsync(LedgerQuery query, int count, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            waiter = new(query, count - Find(query).Count);
            if (waiter.Missing <= 0) return;
            _waiters.Add(waiter);
        }
        try
        {
            await waiter.Reached.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate) _waiters.Remove(waiter);
        }
    }

    public LedgerTotals Totals(LedgerQuery query)
    {
        lock (_gate) return LedgerTotals.Of(Find(query), forgotten: _sequence - _entries.Count);
    }

    /// <summary>Begins anew. Who waits goes on waiting.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _sequence = 0;
        }
    }

    private List<LedgerEntry> Find(LedgerQuery query)
    {
        var first = _sequence - _entries.Count;
        return [.. _entries.Skip((int)Math.Clamp(query.After - first, 0, _entries.Count)).Where(query.Matches)];
    }

    private void Add(Func<long, LedgerEntry> make)
    {
        lock (_gate)
        {
            var entry = make(++_sequence);
            _entries.Enqueue(entry);
            if (_entries.Count > options.LedgerCapacity) _entries.Dequeue();
            foreach (var waiter in _waiters)
                if (waiter.Query.Matches(entry) && --waiter.Missing == 0) waiter.Reached.TrySetResult();
        }
    }

    private sealed class Waiter(LedgerQuery query, int missing)
    {
        public LedgerQuery Query => query;
        public int Missing { get; set; } = missing;
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>One line of the ledger: a call or a delivery.</summary>
internal sealed record LedgerEntry(long Sequence, DateTimeOffset Time, string Kind, LedgerCall? Call, LedgerDelivery? Delivery);

/// <summary>
/// A call of the API. The route is the path with its parameters' names; no person where the token was refused, no status where there was
/// no answer. <c>Fault</c> is the id of what was injected.
/// </summary>
internal sealed record LedgerCall(string Method, string Route, string Path, string? PersonId, int? Status, string? Fault = null, string? Body = null);

/// <summary>One attempt to deliver to somebody's webhook: the answer's status, or why there was none.</summary>
internal sealed record LedgerDelivery(
    string WebhookId, string PersonId, string Resource, string Event, string DataId, int Attempt, int? Status, string? Failure,
    string? Fault = null, string? Body = null);

/// <summary>How much of what there is in the ledger.</summary>
internal sealed record LedgerTotals(
    int Total, int Calls, int Deliveries, long Forgotten, IReadOnlyDictionary<string, int> Statuses, IReadOnlyDictionary<string, int> Routes)
{
    public static LedgerTotals Of(IReadOnlyList<LedgerEntry> entries, long forgotten) => new(
        entries.Count, entries.Count(entry => entry.Call is not null), entries.Count(entry => entry.Delivery is not null), forgotten,
        Count(entries, entry => (entry.Call is { } call ? call.Status : entry.Delivery?.Status)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"),
        Count(entries, entry => entry.Call is { } call ? $"{call.Method} {call.Route}" : $"{entry.Delivery!.Resource}/{entry.Delivery.Event}"));

    private static SortedDictionary<string, int> Count(IEnumerable<LedgerEntry> entries, Func<LedgerEntry, string> key) =>
        new(entries.CountBy(key).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
