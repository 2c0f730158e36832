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
/// <param name="Root">What a thread about it hangs on, where one is asked for.</param>
/// <param name="Direct">The asker's direct room, where there is one and it is needed.</param>
internal readonly record struct Place(
    RoomId Room, bool IsDirect, MessageId? Thread, PersonId Asker, DateTimeOffset? Follows = null, MessageId? Root = null, RoomId? Direct = null)
{
    /// <summary>The place that a reply asks for, seen from here.</summary>
    public Place For(ReplyPlacing placing) => placing switch
    {
        ReplyPlacing.Room => this with { Thread = null },
        ReplyPlacing.Thread => this with { Thread = Thread ?? Root },
        _ => this,
    };
}

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
    /// <param name="posted">How many of them were put out before, which are left out.</param>
    /// <param name="isElsewhere">Whether only what is announced is said: somebody else takes the answers.</param>
    public Drafts Draft(Place place, IReadOnlyList<TurnEffect> effects, int first = 0, int posted = 0, bool isElsewhere = false)
    {
        var drafts = new List<EffectDraft>();
        var cards = new List<(string, PostedCard)>();
        for (var i = posted; i < effects.Count; i++)
        {
            if (isElsewhere && effects[i].Room is null)
                continue;
            var ordinal = Ordinal(first + i);
            var reply = effects[i].Reply;
            if (effects[i].Edits is { } edited)
                drafts.Add(Edit(place, ordinal, Ordinal(first + edited), reply));
            else
                drafts.AddRange(reply.Split().Select((part, j) => Post(PlaceOf(effects[i], place), ordinal + j, part, j == 0 ? reply.Replaces : null, cards) with { Priority = PriorityOf(effects[i]) }));
        }

        return new Drafts(drafts, cards);
    }

    private static Place PlaceOf(TurnEffect effect, Place place) =>
        effect.Room is { } room ? new Place(room, IsDirect: false, Thread: null, place.Asker) : place.For(effect.Reply.Placing);

    private static WebexPriority PriorityOf(TurnEffect effect) => effect.Room is null ? WebexPriority.Interactive : WebexPriority.Bulk;

    /// <summary>The ordinal of the first part of a reply.</summary>
    public static int Ordinal(int index) => index * PartsEach;

    private EffectDraft Post(Place place, int ordinal, Reply part, int? replaces, List<(string, PostedCard)> cards)
    {
        var nonce = part.Card is null ? null : CardLedger.NewNonce();
        var isPrivate = part.Placing == ReplyPlacing.Asker && !place.IsDirect;
        var room = isPrivate ? place.Direct : place.Room;
        var target = room ?? new RoomId(place.Asker.Value);
        var thread = isPrivate ? null : place.Thread;
        var body = part.Body.Length == 0 ? null : part.Body;
        var message = new NewMessage
        {
            RoomId = room,
            ToPersonId = room is null ? place.Asker : null,
            ParentId = thread,
            Markdown = part.IsMarkdown ? body : null,
            Text = part.IsMarkdown ? null : body,
            Attachments = part.Card is { } card ? [Attachment.Card(JsonSerializer.SerializeToElement(card.ToJson(nonce!)))] : null,
        };
        if (part.Card is { Submits: { Count: > 0 } submits } asking)
        {
            cards.Add((nonce!, new PostedCard(
                submits, target, place.IsDirect || isPrivate, thread, Message: null, asking.OnlyAsker ? place.Asker : null, asking.IsOnce,
                time.GetUtcNow() + asking.Lifetime)));
        }

        var draft = new EffectDraft(ordinal, target, EffectKind.Post, PostBody.Of(message), Card: nonce, Follows: isPrivate ? null : place.Follows);
        return part.Attached is { } file
            ? draft with { Kind = EffectKind.File, Body = PostBody.Of(new FilePost(message, file.Name, file.ContentType)), File = file.Content.ToArray() }
            : replaces is { } earlier && part.Card is null ? draft with { Kind = EffectKind.Result, RefersTo = earlier } : draft;
    }

    private static EffectDraft Edit(Place place, int ordinal, int edited, Reply reply)
    {
        var edit = new MessageEdit { RoomId = place.Room, Markdown = reply.IsMarkdown ? reply.Body : null, Text = reply.IsMarkdown ? null : reply.Body };
        return new EffectDraft(
            ordinal, place.Room, EffectKind.Edit, JsonSerializer.SerializeToUtf8Bytes(edit, WebexJson.For<MessageEdit>()), RefersTo: edited, Follows: place.Follows);
    }
}
