using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Messages elsewhere than in this turn's own room, for a handler.</summary>
internal sealed class TurnMessages(WebexClient webex, ReplySender sender, Bot.Person asker, Bot.Room here) : IMessages
{
    public async Task<MessageId> PostAsync(RoomId room, Reply reply, CancellationToken cancellationToken = default) =>
        await Refusals.AskAsync(sender.PostAsync(new Place(room, here.IsDirect && room == here.Id, Thread: null, asker.Id), reply, cancellationToken)).ConfigureAwait(false);

    public async Task<PostedMessage?> ReadAsync(MessageId message, CancellationToken cancellationToken = default) =>
        await Refusals.FindAsync(webex.Messages.GetAsync(message, cancellationToken)).ConfigureAwait(false) is { } found
            ? new PostedMessage(found.Id, found.RoomId, found.PersonId, found.ParentId, found.Text ?? "")
            : null;

    public Task DeleteAsync(MessageId message, CancellationToken cancellationToken = default) =>
        Refusals.AskAsync(webex.Messages.DeleteAsync(message, cancellationToken));
}
