using BotHost.Bot;
using BotHost.Webex;
using Microsoft.Extensions.Caching.Memory;

namespace BotHost.Dispatch;

/// <summary>Who people are, asked of Webex when somebody wants to know and remembered for ten minutes.</summary>
internal sealed class PeopleDirectory(WebexClient webex, TimeProvider time) : IPeople, IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly PeopleLookUp _webex = new(webex);

    public async Task<PersonProfile?> ReadAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        if (AgentSender.NameOf(person) is { } agent)
            return new PersonProfile(person, agent, [], null, null, IsBot: true);
        if (_known.TryGetValue(person, out (PersonProfile Profile, long At) entry) && time.GetElapsedTime(entry.At) < Life)
            return entry.Profile;
        return Remember(await _webex.ReadAsync(person, cancellationToken).ConfigureAwait(false));
    }

    public async Task<PersonProfile?> FindByEmailAsync(string email, CancellationToken cancellationToken = default) =>
        Remember(await _webex.FindByEmailAsync(email, cancellationToken).ConfigureAwait(false));

    /// <summary>Forgets a person, until somebody asks about them again.</summary>
    public void Forget(PersonId person) => _known.Remove(person);

    public void Dispose() => _known.Dispose();

    private PersonProfile? Remember(PersonProfile? profile)
    {
        if (profile is not null)
            _known.Set(profile.Id, (profile, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1 });
        return profile;
    }
}

/// <summary>Who people are, as whoever calls may see them.</summary>
internal sealed class PeopleLookUp(WebexClient webex) : IPeople
{
    public async Task<PersonProfile?> ReadAsync(PersonId person, CancellationToken cancellationToken = default) =>
        await Refusals.FindAsync(webex.People.GetAsync(person, cancellationToken)).ConfigureAwait(false) is { } found ? ToProfile(found) : null;

    public async Task<PersonProfile?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        await foreach (var found in webex.People.ListAsync(email: email, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (found.Emails.Contains(email, StringComparer.OrdinalIgnoreCase))
                return ToProfile(found);
        }

        return null;
    }

    private static PersonProfile ToProfile(Webex.Person person) => new(
        person.Id, person.DisplayName ?? person.Emails.FirstOrDefault() ?? "somebody", person.Emails, person.OrgId, person.Timezone, person.Type == PersonType.Bot);
}
