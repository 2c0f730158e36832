namespace BotHost.Access;

/// <summary>An agent as it stands now: who it is, as whom it acts, what it is given.</summary>
/// <param name="Name">As decisions, the audit and operators call it.</param>
/// <param name="Identity">As whom it calls Webex.</param>
internal sealed record AgentProfile(string Name, WebexIdentity Identity)
{
    /// <summary>Whether it is switched off, alone or with all others: it is known still, and refused everything.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether it stands in the settings; else in the store.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>What the claim of a bearer token says for it; null where it comes with keys only.</summary>
    public string? Subject { get; init; }

    /// <summary>0 is without end.</summary>
    public int PerMinute { get; init; }

    /// <summary>0 is without end.</summary>
    public int PerDay { get; init; }

    /// <summary>How often a minute it may be refused before it is turned away unlooked at; 0 is without end.</summary>
    public int RefusalsPerMinute { get; init; }

    /// <summary>What it is given and refused, in the settings and in the store.</summary>
    public IReadOnlyList<AgentGrant> Grants { get; init; } = [];

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
