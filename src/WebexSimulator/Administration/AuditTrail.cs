using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Administration;

/// <summary>What administrators did. Used inside the world's lock.</summary>
internal sealed class AuditTrail(World world)
{
    private readonly List<AuditEntry> _entries = [];

    public IReadOnlyList<AuditEntry> All => _entries;

    public void Add(Person actor, string category, string action, string targetType, string targetId, string targetName) =>
        _entries.Add(new(Guid.NewGuid(), actor, actor.OrganisationKey, world.Now(), category, action, targetType, targetId, targetName, TrackingId.New()));

    public void Restore(IEnumerable<AuditEntry> entries) => _entries.AddRange(entries);

    public void Clear() => _entries.Clear();
}

internal sealed record AuditEntry(
    Guid Key, Person Actor, string OrganisationKey, DateTimeOffset Created, string Category, string Action, string TargetType, string TargetId, string TargetName,
    string Tracking);
