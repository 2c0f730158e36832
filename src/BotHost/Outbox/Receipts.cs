using System.Net;
using BotHost.Webex;

namespace BotHost.Outbox;

/// <summary>What was found out about a try whose outcome was not known.</summary>
/// <param name="Message">The message it posted.</param>
/// <param name="IsAbsent">Whether it is certain that it posted none.</param>
internal readonly record struct Receipt(MessageId? Message, OwnMessage? Own, bool IsAbsent)
{
    public static Receipt Absent => new(null, null, true);

    public static Receipt Unknown => new(null, null, false);
}

/// <summary>
/// Finds out whether a post was carried out: from the echo Webex sends a bot of its own messages; in a direct room from the list of its
/// messages; from a room in which nothing has happened since. What was posted is never compared with what is there: Webex renders it anew.
/// </summary>
internal sealed class Receipts(WebexClient webex, OwnMessages own, BotIdentity identity)
{
    /// <summary>Times at Webex are compared with a reading of its clock that may be this much late.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>More than this since a try is not looked through: the newest are looked at.</summary>
    private const int MostListed = 200;

    /// <summary>A list that is longer may have left out older ones.</summary>
    private const int MostUnpaged = 50;

    public async Task<Receipt> FindAsync(Effect effect, CancellationToken cancellationToken)
    {
        // The same text put there again changes nothing.
        if (effect.Kind is EffectKind.Edit or EffectKind.Result)
            return Receipt.Absent;

        var message = PostBody.MessageOf(effect);
        var since = effect.Began - Margin;
        if (message is { ToPersonId: not null } or { ToPersonEmail: not null })
            return await ListDirectAsync(message, since, cancellationToken).ConfigureAwait(false);
        foreach (var id in own.Unclaimed(effect.Target, since))
        {
            // The echo says which room and when; the message itself, in which thread.
            if (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } echoed && IsReceipt(echoed, message))
                return Found(echoed);
        }

        Room room;
        try
        {
            room = await webex.Rooms.GetAsync(effect.Target, cancellationToken).ConfigureAwait(false);
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            // The bot is no longer there: trying again tells why.
            return Receipt.Absent;
        }

        // Nothing has happened in the room since what was said there before the try.
        if (room.LastActivity is { } active && (active < since || active <= Latest(effect.Follows, own.LastClaimed(effect.Target))))
            return Receipt.Absent;
        return room.Type == RoomType.Direct ? await ListAsync(effect.Target, message, since, cancellationToken).ConfigureAwait(false) : Receipt.Unknown;
    }

    private async Task<Receipt> ListAsync(RoomId room, NewMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        var (seen, found) = (0, (Message?)null);
        await foreach (var listed in webex.Messages.ListAsync(room, max: 50, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (listed.Created is { } created && created < since)
                return found is null ? Receipt.Absent : Found(found);
            // Newest first, and the oldest is the receipt: later ones belong to nobody we know of.
            if (listed.PersonId == self.Id && IsReceipt(listed, message) && !own.IsClaimed(listed.Id))
                found = listed;
            if (++seen == MostListed)
                return found is null ? Receipt.Unknown : Found(found);
        }

        return found is null ? Receipt.Absent : Found(found);
    }

    /// <summary>As <see cref="ListAsync"/>, of a direct room whose id is not known. Webex documents no pages of this list.</summary>
    private async Task<Receipt> ListDirectAsync(NewMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Message> listed;
        try
        {
            listed = (await webex.Messages.ListDirectAsync(message.ToPersonId, message.ToPersonEmail, null, cancellationToken).ConfigureAwait(false)).Items;
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.NotFound)
        {
            // There is no such room yet: what was tried would have made it.
            return Receipt.Absent;
        }

        var later = listed.Where(there => there.Created is null || there.Created >= since).ToList();
        if (later.LastOrDefault(there => there.PersonId == self.Id && IsReceipt(there, message) && !own.IsClaimed(there.Id)) is { } found)
            return Found(found);
        return later.Count < listed.Count || listed.Count < MostUnpaged ? Receipt.Absent : Receipt.Unknown;
    }

    private async Task<Message?> ReadAsync(MessageId id, CancellationToken cancellationToken)
    {
        try
        {
            return await webex.Messages.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (WebexException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private static bool IsReceipt(Message there, NewMessage posted) => 
        there.ParentId == posted.ParentId && there.Files.Count > 0 == posted.File is not null;

    private static Receipt Found(Message there) => new(there.Id, new OwnMessage(there.Id, there.RoomId, there.Created ?? default), false);
}
