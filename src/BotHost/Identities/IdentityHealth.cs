using System.Globalization;
using BotHost.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Identities;

/// <summary>What will stop this host from calling as somebody, told before it does. It names no person: whoever asks for readiness may be anybody.</summary>
internal sealed class IdentityHealth(OwnToken own, GrantStore grants, IOptions<ServiceAppsOptions> services, TimeProvider time)
{
    /// <summary>Sentences for operators; none where all is well.</summary>
    public IReadOnlyList<string> Degraded()
    {
        try
        {
            return [.. OfOwnToken(), .. OfGrants(grants.ListEnding(GrantWatch.Soon))];
        }
        catch (StoreException)
        {
            return ["the store does not say how the host's identities stand"];
        }
    }

    private IEnumerable<string> OfOwnToken()
    {
        if (own.IsPersonal)
        {
            yield return own.Until is { } until
                ? $"the host's personal access token is over at {Told(until)}; give it a bot's token in Webex:AccessToken"
                : "the host has a personal access token, which is over twelve hours after it was made; give it a bot's token in Webex:AccessToken";
        }
    }

    private IEnumerable<string> OfGrants(IReadOnlyList<Grant> all)
    {
        var now = time.GetUtcNow();
        var ending = all.Where(grant => !grant.HasEnded && grant.Who.Kind == IdentityKind.Person && GrantWatch.EndOf(grant) is { } end && end - now < GrantWatch.Soon).ToList();
        if (ending.Count > 0)
            yield return $"{ending.Count} consents end soon, the first at {Told(ending.Min(GrantWatch.EndOf)!.Value)}; see `identity list`";
        foreach (var name in services.Value.Keys.Order(StringComparer.Ordinal))
        {
            if (all.FirstOrDefault(grant => grant.Identity == WebexIdentity.ServiceApp(name).ToString()) is { Reason: not null } grant && !grant.IsUsable(now.ToUnixTimeMilliseconds()))
                yield return $"the service app {name} has no token; see `identity list`";
        }
    }

    private static string Told(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
