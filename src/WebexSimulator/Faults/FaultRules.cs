using System.Collections.Immutable;
using System.Globalization;
using WebexSimulator.Model;
using WebexSimulator.Webhooks;

namespace WebexSimulator.Faults;

/// <summary>All rules, in the order they were given.</summary>
internal sealed class FaultRules
{
    private readonly IReadOnlyList<FaultRule> _fromTheStart;
    private ImmutableList<Fault> _faults = [];
    private int _number;

    public FaultRules(SimulatorOptions options)
    {
        _fromTheStart = FaultRule.ReadAll(options.Faults).Rules;
        Reset();
    }

    public IReadOnlyList<Fault> All => _faults;

    public Fault? Find(string id) => _faults.Find(fault => fault.Id == id);

    public Fault? For(FaultCall call) => _faults.Find(fault => fault.Hits(call));

    public Fault? For(Webhook webhook, WorldEvent happened) => _faults.Find(fault => fault.Hits(webhook, happened));

    /// <summary>Adds a rule; one with the id of another takes its place.</summary>
    public Fault Put(FaultRule rule)
    {
        var fault = new Fault(rule, rule.Id ?? string.Create(CultureInfo.InvariantCulture, $"fault-{Interlocked.Increment(ref _number)}"));
        ImmutableInterlocked.Update(ref _faults, faults => faults.FindIndex(other => other.Id == fault.Id) is >= 0 and var index
            ? faults.SetItem(index, fault)
            : faults.Add(fault));
        return fault;
    }

    public bool Remove(string id) => ImmutableInterlocked.Update(ref _faults, faults => faults.RemoveAll(fault => fault.Id == id));

    public void Clear() => _faults = [];

    /// <summary>Only those of the settings again, and not used yet.</summary>
    public void Reset()
    {
        Clear();
        foreach (var rule in _fromTheStart) Put(rule);
    }
}
