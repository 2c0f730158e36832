using WebexSimulator.Administration;
using WebexSimulator.Compliance;

namespace WebexSimulator.Identity;

/// <summary>What of applications, consent and administration is kept in the state file. Codes and open pages are not: they last minutes.</summary>
internal sealed class IdentityState(ApplicationRegister applications, GrantRegister grants, AuditTrail audit, EventLog events)
{
    public KeptIdentity Keep() => new([.. applications.Added], [.. grants.All], [.. audit.All], [.. events.All]);

    public void Restore(KeptIdentity kept)
    {
        // One that the settings have by now is theirs.
        foreach (var application in kept.Applications) applications.TryAdd(application);
        foreach (var grant in kept.Grants) grants.Add(grant);
        audit.Restore(kept.Audit);
        events.Restore(kept.Events);
    }
}

internal sealed record KeptIdentity(IReadOnlyList<Application> Applications, IReadOnlyList<RefreshToken> Grants, IReadOnlyList<AuditEntry> Audit, IReadOnlyList<ComplianceEvent> Events);
