using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Outbox;

namespace BotHost.Dispatch;

/// <summary>
/// Messages whose id a handler needs. They go through the outbox like every other, so that one room hears one thing at a time; the step
/// is their being there.
/// </summary>
internal sealed class StepPosts(EffectOutbox outbox, EffectWaits waits, Replies replies, TimeProvider time)
{
    /// <summary>Another host may be the one that posts it: then nobody here is told.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Posts a reply, in several messages where it is long. Returns the last one's id.</summary>
    /// <exception cref="WebexRefusedException">Webex refused it.</exception>
    public async Task<MessageId> PostAsync(TurnJournal journal, long @event, Place place, Reply reply, CancellationToken cancellationToken)
    {
        Drafts? added = null;
        var number = await journal.HandOverAsync("messages.post", $"{place.Room} {reply.Body} {reply.Card?.ToJson("")}", (session, number) =>
        {
            // Of steps, by negative numbers: those of replies begin at 0.
            added = replies.Draft(place, [reply], first: -number);
            CardLedger.Add(session, added.Cards);
            outbox.Add(session, @event, added.Effects);
        }, cancellationToken).ConfigureAwait(false);
        outbox.Wake(added?.Effects ?? []);

        MessageId last = default;
        foreach (var ordinal in outbox.OrdinalsOf(@event, -number * Replies.PartsEach, Replies.PartsEach))
            last = await WaitAsync(journal, @event, ordinal, cancellationToken).ConfigureAwait(false);
        return last;
    }

    private async Task<MessageId> WaitAsync(TurnJournal journal, long @event, int ordinal, CancellationToken cancellationToken)
    {
        while (true)
        {
            var ended = waits.WhenEndedAsync(@event, ordinal, cancellationToken);
            switch (outbox.Find(@event, ordinal))
            {
                case { Stands: EffectState.Sent, Message: { } message }:
                    return new MessageId(message);
                case { Stands: EffectState.Ready or EffectState.Begun }:
                    await journal.WaitForAsync(Task.WhenAny(ended, Task.Delay(Look, time, cancellationToken))).ConfigureAwait(false);
                    cancellationToken.ThrowIfCancellationRequested();
                    break;
                case var other:
                    throw new WebexRefusedException((int)(other?.Answer ?? 400), "The message could not be posted.");
            }
        }
    }
}
