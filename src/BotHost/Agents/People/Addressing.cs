using BotHost.Dispatch;
using BotHost.Webex;

namespace BotHost.Agents;

/// <summary>Finds those whom agents ask, as the bot sees them, and the language they are asked in.</summary>
internal sealed class Addressing(PeopleDirectory people, Languages languages, WebexClient bot)
{
    /// <summary>
    /// Somebody to ask, by id or else by address; null for a bot, and for an id Webex shows nobody for. An address need not be found to be written to: Webex
    /// finds people by address for their own organisation only.
    /// </summary>
    public async Task<Addressee?> PersonAsync(PersonId? id, string email, CancellationToken cancellationToken)
    {
        var profile = id is { } known
            ? await people.ReadAsync(known, cancellationToken).ConfigureAwait(false)
            : await people.FindByEmailAsync(email, cancellationToken).ConfigureAwait(false);
        return profile is { IsBot: true } || (profile is null && id is not null)
            ? null
            : new Addressee(profile?.Id, email, profile is { Id: var person } ? languages.Of(person) : languages.Default);
    }

    /// <summary>A space to ask in, these people or whoever is there.</summary>
    /// <exception cref="WebexException">Webex does not show it to the bot.</exception>
    public async Task<Asked> SpaceAsync(RoomId space, IReadOnlyList<Addressee> approvers, CancellationToken cancellationToken)
    {
        var room = await bot.Bulk.Rooms.GetAsync(space, cancellationToken).ConfigureAwait(false);
        return new Asked(approvers, space, room.Type == RoomType.Direct, languages.Default);
    }
}
