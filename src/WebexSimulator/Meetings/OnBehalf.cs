using WebexSimulator.Http;
using WebexSimulator.Model;
using WebexSimulator.Tokens;

namespace WebexSimulator.Meetings;

/// <summary>Whose meetings a call is about: the caller's own, or with <c>hostEmail</c> those of somebody an administrator looks after.</summary>
internal sealed class OnBehalf(World world, SimulatorSwitches switches)
{
    /// <param name="scope">What the administrator's token has to carry.</param>
    public Person Of(AccessToken token, string? hostEmail, string scope)
    {
        if (hostEmail is null || hostEmail.Equals(token.Person.Email, StringComparison.OrdinalIgnoreCase)) return token.Person;
        lock (world.Gate)
        {
            if (!IsAdministrator(token, scope)) return switches.HostEmailNeedsAnAdministrator ? throw Refusal.Forbidden(Texts.AdministratorsOnly) : token.Person;
            return world.People.WithEmail(hostEmail) is { IsBot: false } host && host.OrganisationKey == token.Person.OrganisationKey ? host : throw Refusal.NotFound();
        }
    }

    /// <summary>Whether a meeting is one of those an administrator looks after. Inside the world's lock.</summary>
    public bool LooksAfter(AccessToken token, string scope, MeetingState state) =>
        state.Meeting.Host.OrganisationKey == token.Person.OrganisationKey && IsAdministrator(token, scope);

    /// <summary>Inside the world's lock.</summary>
    public bool IsAdministrator(AccessToken token, string scope) =>
        token.Scopes.Contains(scope) && world.People.WithKey(token.Person.Key) is { IsAdministrator: true };
}
