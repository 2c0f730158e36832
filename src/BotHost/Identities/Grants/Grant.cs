namespace BotHost.Identities;

/// <summary>What Webex gave this host for an identity, as the store has it: tokens under lock and key. Times are milliseconds since 1970.</summary>
internal sealed class Grant
{
    /// <summary>As <see cref="WebexIdentity.ToString"/> spells it.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Grows with each change, so that who changes it knows what they change.</summary>
    public long Version { get; init; }

    /// <summary>Locked by <see cref="TokenVault"/>; null where there is none.</summary>
    public byte[]? AccessToken { get; init; }

    /// <summary>As <see cref="AccessToken"/>.</summary>
    public byte[]? RefreshToken { get; init; }

    /// <summary>With blanks between; empty where Webex did not say.</summary>
    public string Scopes { get; init; } = "";
    public long GrantedAt { get; init; }

    /// <summary>When the access token was issued, by this host's clock.</summary>
    public long IssuedAt { get; init; }
    public long AccessUntil { get; init; }
    public long? RefreshUntil { get; init; }

    /// <summary>Until when somebody is renewing it.</summary>
    public long? LeasedUntil { get; init; }

    /// <summary>When it was found that it is good for nothing any more.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Why it ended, or cannot be renewed.</summary>
    public string? Reason { get; init; }

    public WebexIdentity Who => WebexIdentity.Parse(Identity) ?? throw new InvalidOperationException("A grant's identity is unreadable. Run: store check");

    public bool HasEnded => EndedAt is not null;

    public IReadOnlySet<string>? ScopeSet => IntegrationOptions.Split(Scopes) is { Count: > 0 } scopes ? scopes.ToHashSet(StringComparer.Ordinal) : null;

    /// <summary>From when on it is renewed: in the last tenth of its life, the last day at most.</summary>
    public long RenewFrom => AccessUntil - Math.Min((long)TimeSpan.FromDays(1).TotalMilliseconds, (AccessUntil - IssuedAt) / 10);

    public bool IsUsable(long now) => !HasEnded && AccessToken is not null && now < AccessUntil;

    /// <summary>The identity alone.</summary>
    public override string ToString() => $"Grant of {Identity}";
}
