using BotHost.Dispatch;

namespace BotHost.Agents;

internal static class Addressing
{
    /// <summary>
    /// Somebody to ask, by id or else by address; null for a bot, and for an id Webex shows nobody for. An address need not be found to be written to: Webex
    /// finds people by address for their own organisation only.
    /// </summary>
    public static async Task<Addressee?> AddresseeAsync(this PeopleDirectory people, PersonId? id, string email, CancellationToken cancellationToken)
    {
        var profile = id is { } known
            ? await people.ReadAsync(known, cancellationToken).ConfigureAwait(false)
            : await people.FindByEmailAsync(email, cancellationToken).ConfigureAwait(false);
        return profile is { IsBot: true } || (profile is null && id is not null) ? null : new Addressee(profile?.Id, email);
    }
}
