using Microsoft.Extensions.Options;

namespace BotHost.Access;

/// <summary>With what the audit is written, and with what it was.</summary>
internal sealed class AuditKeys
{
    private readonly Dictionary<string, AuditHash> _known;

    public AuditKeys(IOptions<AgentAuditOptions> options)
    {
        AuditHash[] hashes = [.. options.Value.Keys().Select(AuditHash.With)];
        Current = hashes is [var first, ..] ? first : AuditHash.Plain;
        _known = hashes.Append(AuditHash.Plain).DistinctBy(hash => hash.KeyId).ToDictionary(hash => hash.KeyId);
    }

    /// <summary>For what is written now.</summary>
    public AuditHash Current { get; }

    /// <summary>For what was written with this key; null where nobody here has it.</summary>
    public AuditHash? Find(string keyId) => _known.GetValueOrDefault(keyId);
}
