using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>A written message: fetched, stripped of the bot's mention, routed, answered. One GET, one POST.</summary>
internal sealed class MessageTurns(WebexClient webex, TurnRunner runner, Conversations conversations, Freshness freshness)
{
    public async Task<Verdict> RunAsync(QueuedEvent queued, MessageId id, Webex.Person self, CancellationToken cancellationToken)
    {
        var message = await Refusals.FindAsync(webex.Messages.GetAsync(id, cancellationToken)).ConfigureAwait(false);
        if (message is null)
            return Verdict.Handled("Webex shows the bot no such message: deleted, or the bot has left.");
        if (message.PersonId == self.Id)
            return Verdict.Handled("The bot's own message.");
        if (BotAddress.Is(message.PersonEmail))
            return Verdict.Handled("Another bot's message.");
        // The webhook's word for the time is only a hint, like the rest of it.
        if (freshness.IsTooOld(queued, message.Created))
            return Verdict.Quarantined(Freshness.TooOld);

        var isDirect = message.RoomType == RoomType.Direct;
        var thread = message.ParentId ?? message.Id;
        var text = MentionReader.Read(message.Text ?? "", message.Html, message.MentionedPeople, self.Id, self.DisplayName ?? "");
        var turn = new Turn(
            queued,
            new Bot.Person(message.PersonId, message.PersonEmail ?? ""),
            new Bot.Room(message.RoomId, isDirect),
            new Incoming(message.Id, message.ParentId, text.Text, text.Mentions),
            Submission: null,
            new Place(message.RoomId, isDirect, isDirect ? null : thread, message.PersonId, message.Created, thread)) { Files = message.Files };
        return conversations.Hear(turn) ?? await runner.RunAsync(turn, cancellationToken).ConfigureAwait(false);
    }
}
