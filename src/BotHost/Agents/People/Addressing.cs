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
        var profile = id is { } named
            ? await people.ReadAsync(named, cancellationToken).ConfigureAwait(false)
            : await people.FindByEmailAsync(email, cancellationToken).ConfigureAwait(false);
        if (profile is { IsBot: true } || (profile is null && id is not null))
            return null;
        var person = profile?.Id ?? await WriterAsync(email, cancellationToken).ConfigureAwait(false);
        return new Addressee(profile?.Id, email, person is { } known ? languages.Of(known) : languages.Default);
    }

    /// <summary>Whose address it is, told by what they have written to the bot; null where they have not. Good enough for a language, not for a decision.</summary>
    private async Task<PersonId?> WriterAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            var said = await bot.Bulk.Messages.ListDirectPageAsync(null, email, null, cancellationToken).ConfigureAwait(false);
            return said.Items.FirstOrDefault(message => string.Equals(message.PersonEmail, email, StringComparison.OrdinalIgnoreCase))?.PersonId;
        }
        catch (WebexException)
        {
            return null;
        }
    }

    /// <summary>A space to ask in, these people or whoever is there.</summary>
    /// <exception cref="WebexException">Webex does not show it to the bot.</exception>
    public async Task<Asked> SpaceAsync(RoomId space, IReadOnlyList<Addressee> approvers, CancellationToken cancellationToken)
    {
        var room = await bot.Bulk.Rooms.GetAsync(space, cancellationToken).ConfigureAwait(false);
        return new Asked(approvers, space, room.Type == RoomType.Direct, languages.Default);
    }
}
