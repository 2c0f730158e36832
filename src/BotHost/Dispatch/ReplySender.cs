using System.Text.Json;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Where a reply goes.</summary>
/// <param name="Thread">The thread's first message; null outside threads, as always in direct rooms.</param>
/// <param name="Asker">Who asked: the one who may press a card that is theirs alone.</param>
internal readonly record struct Place(RoomId Room, bool IsDirect, MessageId? Thread, PersonId Asker);

/// <summary>Posts what handlers say: in order, within Webex's limits, each card with a nonce that is written down first.</summary>
internal sealed class ReplySender(WebexClient webex, CardLedger cards, TimeProvider time)
{
    /// <summary>Posts a reply, in several messages where it is long. Returns the last one's id.</summary>
    public async Task<MessageId> PostAsync(Place place, Reply reply, CancellationToken cancellationToken)
    {
        MessageId last = default;
        foreach (var part in reply.Split())
            last = await PostPartAsync(place, part, cancellationToken).ConfigureAwait(false);
        return last;
    }

    private async Task<MessageId> PostPartAsync(Place place, Reply part, CancellationToken cancellationToken)
    {
        var nonce = part.Card is null ? null : CardLedger.NewNonce();
        var message = new NewMessage
        {
            RoomId = place.Room,
            ParentId = place.Thread,
            Markdown = part.IsMarkdown ? part.Body : null,
            Text = part.IsMarkdown ? null : part.Body,
            Attachments = part.Card is { } card ? [Attachment.Card(JsonSerializer.SerializeToElement(card.ToJson(nonce!)))] : null,
        };
        if (part.Card is { Submits.Count: > 0 } asking)
        {
            await cards.AddAsync(nonce!, new PostedCard(
                asking.Submits, place.Room, place.IsDirect, place.Thread, Message: null, asking.OnlyAsker ? place.Asker : null, asking.IsOnce,
                time.GetUtcNow() + asking.Lifetime), cancellationToken).ConfigureAwait(false);
        }

        var posted = await webex.Messages.CreateAsync(message, cancellationToken).ConfigureAwait(false);
        if (part.Card is { Submits.Count: > 0 })
            await cards.PostedAsync(nonce!, posted.Id).ConfigureAwait(false);
        return posted.Id;
    }
}
