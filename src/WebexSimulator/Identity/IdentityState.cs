namespace WebexSimulator.Identity;

/// <summary>What of applications and consent is kept in the state file. Codes and open pages are not: they last minutes.</summary>
internal sealed class IdentityState(ApplicationRegister applications, GrantRegister grants)
{
    public KeptIdentity Keep() => new([.. applications.Added], [.. grants.All]);

    public void Restore(KeptIdentity kept)
    {
        // One that the settings have by now is theirs.
        foreach (var application in kept.Applications) applications.TryAdd(application);
        foreach (var grant in kept.Grants) grants.Add(grant);
    }
}

internal sealed record KeptIdentity(IReadOnlyList<Application> Applications, IReadOnlyList<RefreshToken> Grants);
