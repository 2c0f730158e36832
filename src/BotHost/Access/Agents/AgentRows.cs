namespace BotHost.Access;

/// <summary>An agent as the store has it. One without an identity stands in the settings, and is only noted here as stopped.</summary>
internal sealed class StoredAgent
{
    public string Name { get; init; } = "";
    public string? Identity { get; init; }
    public string? Subject { get; init; }
    public long? PerMinute { get; init; }
    public long? PerDay { get; init; }
    public long AddedAt { get; init; }
    public long? StoppedAt { get; init; }
}

/// <summary>A grant as the store has it.</summary>
internal sealed class StoredGrant
{
    public string Agent { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>What was said, as JSON of <see cref="AgentGrantSettings"/>.</summary>
    public string Rule { get; init; } = "";
    public long AddedAt { get; init; }
}

/// <summary>A key as the store has it: enough to know it again, not to use it.</summary>
internal sealed class StoredKey
{
    public string Id { get; init; } = "";
    public string Agent { get; init; } = "";
    public byte[] Hash { get; init; } = [];
    public long AddedAt { get; init; }

    /// <summary>When it ends; null for one that does not.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>The hour in which it was last used.</summary>
    public long? UsedAt { get; set; }

    public bool HasExpired(DateTimeOffset now) => ExpiresAt is { } end && end <= now.ToUnixTimeMilliseconds();

    /// <summary>The id alone.</summary>
    public override string ToString() => $"Key {Id}";
}
