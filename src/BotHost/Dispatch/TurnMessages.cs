using BotHost.Bot;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Messages elsewhere than in this turn's own room, for a handler.</summary>
internal sealed class TurnMessages(WebexClient webex, TurnSteps steps, StepPosts posts, Turn turn) : IMessages
{
    public Task<MessageId> PostAsync(RoomId room, Reply reply, CancellationToken cancellationToken = default) =>
        posts.PostAsync(steps.Journal, turn.Event.Sequence, new Place(room, turn.Where.IsDirect && room == turn.Where.Id, Thread: null, turn.Who.Id), reply, cancellationToken);

    public Task<PostedMessage?> ReadAsync(MessageId message, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("messages.read", message.Value, async ct => await Refusals.FindAsync(webex.Messages.GetAsync(message, ct)).ConfigureAwait(false) is { } found
            ? new PostedMessage(found.Id, found.RoomId, found.PersonId, found.ParentId, found.Text ?? "")
            : null, cancellationToken);

    public Task DeleteAsync(MessageId message, CancellationToken cancellationToken = default) =>
        steps.DoAsync(new Step<bool>("messages.delete", message.Value, async ct =>
        {
            await webex.Messages.DeleteAsync(message, ct).ConfigureAwait(false);
            return true;
        })
        {
            Find = async (_, ct) => await Refusals.FindAsync(webex.Messages.GetAsync(message, ct)).ConfigureAwait(false) is null
                ? Evidence<bool>.Found(true) : Evidence<bool>.Absent,
        }, cancellationToken);
}
