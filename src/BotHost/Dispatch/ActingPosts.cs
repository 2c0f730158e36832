using BotHost.Bot;
using BotHost.Journal;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Messages in somebody else's name. Each is a step; whether one that was left open was posted is seen in its room.</summary>
internal sealed class ActingPosts(TurnCaller caller, TurnSteps steps, StepJournal journal)
{
    /// <summary>Times at Webex are compared with a reading of its clock that may be this much late.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Posts a text, in several messages where it is long. Returns the last one's id.</summary>
    public async Task<MessageId> PostAsync(RoomId room, MessageId? thread, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsBlank || reply.Card is not null || reply.Attached is not null)
            throw new ArgumentException("In somebody else's name only text and Markdown are posted. Post cards and files as the bot, with ctx.Messages.", nameof(reply));
        var last = default(MessageId);
        foreach (var part in reply.Split())
        {
            last = await PostAsync(new NewMessage
            {
                RoomId = room, ParentId = thread, Markdown = part.IsMarkdown ? part.Body : null, Text = part.IsMarkdown ? null : part.Body,
            }, cancellationToken).ConfigureAwait(false);
        }

        return last;
    }

    private Task<MessageId> PostAsync(NewMessage message, CancellationToken cancellationToken) => steps.DoAsync(
        new Step<MessageId>("messages.post", $"{message.RoomId} {message.ParentId} {message.Markdown}{message.Text}",
            async ct => (await caller.Webex.Messages.CreateAsync(message, ct).ConfigureAwait(false)).Id)
        {
            Find = (began, ct) => FindPostedAsync(message, began, ct),
            Subject = posted => posted.Value,
        }, cancellationToken);

    /// <summary>A message of theirs with those words, since then, which no other step posted. Webex gives its author back what they wrote.</summary>
    private async Task<Evidence<MessageId>> FindPostedAsync(NewMessage wanted, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var self = await caller.SelfAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var message in caller.Webex.Messages.ListAsync(wanted.RoomId!.Value, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (message.Created < began - Margin)
                break;
            if (message.PersonId == self && (wanted.Markdown is { } markdown ? message.Markdown == markdown : message.Text == wanted.Text) && !journal.IsClaimed(message.Id.Value))
                return Evidence<MessageId>.Found(message.Id);
        }

        return Evidence<MessageId>.Absent;
    }
}
