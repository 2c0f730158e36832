using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>A progress that nobody sees: an agent is told what a command came to, and nothing before.</summary>
internal sealed class UnseenProgress(TimeProvider time) : IProgressPosts
{
    public Task<ProgressReply> PostAsync(Reply reply, CancellationToken cancellationToken) =>
        Task.FromResult(new ProgressReply(new ProgressPost(default, Ordinal: 0, IsNew: false), (_, _) => Task.CompletedTask, time));
}
