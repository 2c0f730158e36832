using BotHost.Bot;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Messages elsewhere than in this turn's own room, for a handler.</summary>
/// <param name="acting">How others than the bot post: past the outbox, which is the bot's.</param>
internal sealed class TurnMessages(WebexClient webex, TurnSteps steps, StepPosts posts, Turn turn, ActingPosts? acting = null) : IMessages
{
    public Task<MessageId> PostAsync(RoomId room, Reply reply, CancellationToken cancellationToken = default) => acting is null
        ? posts.PostAsync(steps.Journal, turn.Event.Sequence, PlaceOf(room), reply, cancellationToken)
        : acting.PostAsync(room, PlaceOf(room).For(reply.Placing).Thread, reply, cancellationToken);

    public Task EditAsync(RoomId room, MessageId message, Reply reply, CancellationToken cancellationToken = default)
    {
        if (reply.IsBlank || !reply.IsEditable)
            throw new ArgumentException("An edit is text or Markdown that fits into one message. Post what has a card, or is longer, as a message of its own.", nameof(reply));
        var edit = new MessageEdit { RoomId = room, Markdown = reply.IsMarkdown ? reply.Body : null, Text = reply.IsMarkdown ? null : reply.Body };
        return steps.DoAsync(new Step<bool>("messages.edit", $"{message} {reply.Body}", async ct =>
        {
            await webex.Messages.EditAsync(message, edit, ct).ConfigureAwait(false);
            return true;
        })
        {
            // To put the same text there twice is to put it there once.
            Find = (_, _) => Task.FromResult(Evidence<bool>.Absent),
        }, cancellationToken);
    }

    public Task<Delivery> DeliveryAsync(string announcement, CancellationToken cancellationToken = default) =>
        announcement.Split(':') is [var first, var second] && long.TryParse(first, out var @event) && int.TryParse(second, out var index)
            ? steps.Journal.ReadAsync("messages.delivery", announcement, _ => Task.FromResult(posts.DeliveryOf(@event, index)), cancellationToken)
            : throw new ArgumentException($"\"{announcement}\" is nothing that Announce gave. Keep what it returns.", nameof(announcement));

    public Task<PostedMessage?> ReadAsync(MessageId message, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("messages.read", message.Value, async ct => await Refusals.FindAsync(webex.Messages.GetAsync(message, ct)).ConfigureAwait(false) is { } found
            ? new PostedMessage(found.Id, found.RoomId, found.PersonId, found.ParentId, found.Text ?? "")
            : null, cancellationToken);

    public Task DeleteAsync(MessageId message, CancellationToken cancellationToken = default) =>
        steps.DoAsync(TurnSteps.Deleting(
            "messages.delete", message.Value, ct => webex.Messages.DeleteAsync(message, ct), ct => webex.Messages.GetAsync(message, ct)), cancellationToken);

    /// <summary>Elsewhere there is no thread of this turn's.</summary>
    private Place PlaceOf(RoomId room) => room == turn.Where.Id
        ? turn.Place with { Thread = null, Follows = null, Root = turn.Place.Thread ?? turn.Place.Root }
        : new Place(room, IsDirect: false, Thread: null, turn.Who.Id);
}
