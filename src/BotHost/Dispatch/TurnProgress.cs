using BotHost.Bot;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Posts a turn's progress where the turn is answered, and edits it.</summary>
internal sealed class TurnProgress(WebexClient webex, TurnSteps steps, StepPosts posts, Turn turn, TimeProvider time) : IProgressPosts
{
    public async Task<ProgressReply> PostAsync(Reply reply, CancellationToken cancellationToken)
    {
        var post = await posts.PostAsync("progress", steps.Journal, turn.Event.Sequence, turn.Place, reply, cancellationToken).ConfigureAwait(false);
        return new ProgressReply(post, (text, ct) => webex.Messages.EditAsync(post.Message, new MessageEdit
        {
            RoomId = turn.Place.Room,
            Markdown = text.IsMarkdown ? text.Body : null,
            Text = text.IsMarkdown ? null : text.Body,
        }, ct), time);
    }
}
