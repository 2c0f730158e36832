using System.Text.Json;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Outbox;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Where a reply goes.</summary>
/// <param name="Thread">The thread's first message; null outside threads, as always in direct rooms.</param>
/// <param name="Asker">Who asked: the one who may press a card that is theirs alone.</param>
/// <param name="Follows">When what is answered was said, where that is known.</param>
internal readonly record struct Place(RoomId Room, bool IsDirect, MessageId? Thread, PersonId Asker, DateTimeOffset? Follows = null);

/// <summary>What is to be said, ready to be written down.</summary>
/// <param name="Cards">The cards among it, by nonce.</param>
internal sealed record Drafts(IReadOnlyList<EffectDraft> Effects, IReadOnlyList<(string Nonce, PostedCard Card)> Cards)
{
    public static readonly Drafts None = new([], []);
}

/// <summary>Turns what handlers say into effects: in order, within Webex's limits, each card with a nonce of its own.</summary>
internal sealed class Replies(TimeProvider time)
{
    /// <summary>More parts than one reply has; the ordinals of a reply's parts lie together.</summary>
    public const int PartsEach = 1000;

    /// <param name="place">Where it is said.</param>
    /// <param name="effects">What.</param>
    /// <param name="first">The place of the first among the effects of its event; negative ones are those of steps.</param>
    public Drafts Draft(Place place, IReadOnlyList<TurnEffect> effects, int first = 0)
    {
        var drafts = new List<EffectDraft>();
        var cards = new List<(string, PostedCard)>();
        for (var i = 0; i < effects.Count; i++)
        {
            var ordinal = Ordinal(first + i);
            if (effects[i] is { Edits: { } edited, Reply: var reply })
                drafts.Add(Edit(place, ordinal, Ordinal(first + edited), reply));
            else
                drafts.AddRange(effects[i].Reply.Split().Select((part, j) => Post(place, ordinal + j, part, cards)));
        }

        return new Drafts(drafts, cards);
    }

    /// <summary>The ordinal of the first part of a reply.</summary>
    private static int Ordinal(int index) => index * PartsEach;

    private EffectDraft Post(Place place, int ordinal, Reply part, List<(string, PostedCard)> cards)
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
            cards.Add((nonce!, new PostedCard(
                asking.Submits, place.Room, place.IsDirect, place.Thread, Message: null, asking.OnlyAsker ? place.Asker : null, asking.IsOnce,
                time.GetUtcNow() + asking.Lifetime)));
        }

        return new EffectDraft(
            ordinal, place.Room, EffectKind.Post, JsonSerializer.SerializeToUtf8Bytes(message, WebexJson.For<NewMessage>()), Card: nonce, Follows: place.Follows);
    }

    private static EffectDraft Edit(Place place, int ordinal, int edited, Reply reply)
    {
        var edit = new MessageEdit { RoomId = place.Room, Markdown = reply.IsMarkdown ? reply.Body : null, Text = reply.IsMarkdown ? null : reply.Body };
        return new EffectDraft(
            ordinal, place.Room, EffectKind.Edit, JsonSerializer.SerializeToUtf8Bytes(edit, WebexJson.For<MessageEdit>()), RefersTo: edited, Follows: place.Follows);
    }
}
