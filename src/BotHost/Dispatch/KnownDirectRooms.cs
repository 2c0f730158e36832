using BotHost.Bot;
using BotHost.Outbox;
using BotHost.Webex;
using Microsoft.Extensions.Caching.Memory;

namespace BotHost.Dispatch;

/// <summary>
/// Which room is a person's with the bot. What is said to them alone from a space goes there by its id: so it has one order with what is said there, and
/// one thing is under way at a time, without which what became of a post could not be told. Only before there is such a room it goes to the person.
/// </summary>
internal sealed class KnownDirectRooms(WebexClient webex, EffectOutbox outbox, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The same turn; where it says something to its asker alone, with their direct room.</summary>
    public async Task<Turn> AddressAsync(Turn turn, IReadOnlyList<TurnEffect> effects, CancellationToken cancellationToken) =>
        turn.Place.IsDirect || turn.Command is not null || !effects.Any(effect => effect is { Edits: null, Room: null, Reply.Placing: ReplyPlacing.Asker }) ? turn
        : turn with { Place = turn.Place with { Direct = await FindAsync(turn.Place.Asker, cancellationToken).ConfigureAwait(false) } };

    public void Dispose() => _known.Dispose();

    /// <summary>Null where there is none yet, or where something is still on its way that may have made it: what comes next stays behind that.</summary>
    private async Task<RoomId?> FindAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (outbox.IsOpen(new RoomId(person.Value)))
            return null;
        if (_known.TryGetValue(person, out (RoomId Room, long At) entry) && time.GetElapsedTime(entry.At) < Life)
            return entry.Room;
        var said = await Refusals.FindAsync(webex.Messages.ListDirectAsync(person, personEmail: null, parentId: null, cancellationToken)).ConfigureAwait(false);
        if (said?.Items.FirstOrDefault() is not { RoomId: var room })
            return null;
        _known.Set(person, (room, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1 });
        return room;
    }
}
