using System.Security.Cryptography;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Outbox;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>
/// Messages whose id a handler needs. They go through the outbox like every other, so that one room hears one thing at a time; the step
/// is their being there.
/// </summary>
internal sealed class StepPosts(EffectOutbox outbox, EffectWaits waits, Replies replies, IOptions<OutboxOptions> options, TimeProvider time)
{
    /// <summary>Another host may be the one that posts it: then nobody here is told.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Posts a reply, in several messages where it is long. Returns the last one's id.</summary>
    /// <exception cref="WebexRefusedException">Webex refused it.</exception>
    public async Task<MessageId> PostAsync(TurnJournal journal, long @event, Place place, Reply reply, CancellationToken cancellationToken) =>
        (await PostAsync("messages.post", journal, @event, place, reply, cancellationToken).ConfigureAwait(false)).Message;

    /// <summary>As <see cref="PostAsync(TurnJournal, long, Place, Reply, CancellationToken)"/>, as the step of that name.</summary>
    public async Task<ProgressPost> PostAsync(string step, TurnJournal journal, long @event, Place place, Reply reply, CancellationToken cancellationToken)
    {
        ReplyFile.Check(reply.Attached?.Content.Length ?? 0, options.Value.MaxFileBytes);
        Drafts? added = null;
        var number = await journal.HandOverAsync(step, $"{place.Room} {reply.Body} {reply.Card?.ToJson("")}{FileOf(reply)}", (session, number) =>
        {
            // Of steps, by negative numbers: those of replies begin at 0.
            added = replies.Draft(place, [reply], first: -number);
            CardLedger.Add(session, added.Cards);
            outbox.Add(session, @event, added.Effects);
        }, cancellationToken).ConfigureAwait(false);
        outbox.Wake(added?.Effects ?? []);

        var (last, lastOrdinal) = (default(MessageId), 0);
        foreach (var ordinal in outbox.OrdinalsOf(@event, -number * Replies.PartsEach, Replies.PartsEach))
            (last, lastOrdinal) = (await WaitAsync(journal, @event, ordinal, cancellationToken).ConfigureAwait(false), ordinal);
        return new ProgressPost(last, lastOrdinal, IsNew: added is not null);
    }

    /// <summary>What became of what a turn announced, all its messages taken together.</summary>
    public Delivery DeliveryOf(long @event, int index)
    {
        var parts = outbox.OrdinalsOf(@event, Replies.Ordinal(index), Replies.PartsEach).Select(ordinal => outbox.Find(@event, ordinal)?.Stands).ToList();
        return parts.Contains(EffectState.Unknown) || parts.Count == 0 ? Delivery.Unknown
            : parts.Exists(state => state is EffectState.Rejected or EffectState.Discarded) ? Delivery.Refused
            : parts.TrueForAll(state => state is EffectState.Sent) ? Delivery.Posted
            : Delivery.UnderWay;
    }

    private static string FileOf(Reply reply) =>
        reply.Attached is { } file ? $" {file.Name} {Convert.ToHexString(SHA256.HashData(file.Content.Span))}" : "";

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
