using BotHost.Bot;
using BotHost.Webex;
using Microsoft.Extensions.Caching.Memory;

namespace BotHost.Dispatch;

/// <summary>Who people are, asked of Webex when somebody wants to know and remembered for ten minutes.</summary>
internal sealed class PeopleDirectory(WebexClient webex, TimeProvider time) : IPeople, IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public async Task<PersonProfile?> ReadAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue(person, out (PersonProfile Profile, long At) entry) && time.GetElapsedTime(entry.At) < Life)
            return entry.Profile;
        return await Refusals.FindAsync(webex.People.GetAsync(person, cancellationToken)).ConfigureAwait(false) is { } found
            ? Remember(found)
            : null;
    }

    public async Task<PersonProfile?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        await foreach (var found in webex.People.ListAsync(email: email, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (found.Emails.Contains(email, StringComparer.OrdinalIgnoreCase))
                return Remember(found);
        }

        return null;
    }

    /// <summary>Forgets a person, until somebody asks about them again.</summary>
    public void Forget(PersonId person) => _known.Remove(person);

    public void Dispose() => _known.Dispose();

    private PersonProfile Remember(Webex.Person person)
    {
        var profile = new PersonProfile(
            person.Id, person.DisplayName ?? person.Emails.FirstOrDefault() ?? "somebody", person.Emails, person.OrgId, person.Timezone,
            person.Type == PersonType.Bot);
        _known.Set(person.Id, (profile, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1 });
        return profile;
    }
}
