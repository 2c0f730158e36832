using BotHost.Inbox;
using BotHost.Schedule;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>
/// Decides what an event is worth before anything is fetched for it: whose webhook it is, whether it is too old to be anything but
/// a replay, whether it is our own echo, and who handles it.
/// </summary>
internal sealed class EventRouter(
    BotIdentity identity, MessageTurns messages, SubmitTurns submits, ScheduledTurns scheduled, EventTurns events, HookTurns hooks, CommandTurns commands, Conversations conversations, Echoes echoes, Freshness freshness)
{
    public async Task<Verdict> RouteAsync(QueuedEvent queued, CancellationToken cancellationToken)
    {
        var (envelope, problem) = EventEnvelope.Read(queued.Body);
        if (envelope is null)
            return Verdict.Quarantined(problem!);
        if (conversations.RunOut(queued) is { } verdict)
            return verdict;
        if (DueEvent.TryRead(queued, out var id, out var dueAt))
            return await scheduled.RunAsync(queued, id, dueAt, cancellationToken).ConfigureAwait(false);
        if (HookEvent.Is(queued))
            return await hooks.RunAsync(queued, envelope.DataId, cancellationToken).ConfigureAwait(false);
        if (CommandEvent.Is(queued))
            return await commands.RunAsync(queued, cancellationToken).ConfigureAwait(false);
        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        if (envelope.CreatedBy != self.Id)
            return Verdict.Quarantined("The webhook was not created by this bot.");

        switch (envelope.Resource, envelope.Event)
        {
            case ("messages", "created") or ("attachmentActions", "created") when freshness.IsTooOld(queued, envelope.Created):
                return Verdict.Quarantined(Freshness.TooOld);
            case ("messages", "created") when envelope.PersonId == self.Id:
                return Verdict.Handled("The bot's own message.") with { Also = echoes.Receipt(envelope) };
            case ("messages", "created"):
                return await messages.RunAsync(queued, new MessageId(envelope.DataId), self, cancellationToken).ConfigureAwait(false);
            case ("attachmentActions", "created"):
                return await submits.RunAsync(queued, new AttachmentActionId(envelope.DataId), self, cancellationToken).ConfigureAwait(false);
            case var _ when events.Wants(envelope):
                return await events.RunAsync(queued, envelope, self, cancellationToken).ConfigureAwait(false);
            default:
                return Verdict.Quarantined("No route is for events of this kind.");
        }
    }
}
