using BotHost.Storage;

namespace BotHost.Operations;

/// <summary>Runs what operators want in one transaction with the note of it, and logs it.</summary>
internal sealed partial class Audit(Database database, TimeProvider time, ILogger<Audit> logger)
{
    /// <param name="subject">What it is done to; never what a person wrote, nor who they are.</param>
    /// <param name="work">Gets the time as stored. Runs on the writer, perhaps twice, and touches nothing but the database.</param>
    /// <param name="committed">Runs after the commit.</param>
    public async Task<AdminAnswer> RunAsync(
        AdminCall call, string action, string? subject, Func<WriteSession, long, AdminAnswer> work, Action? committed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var answer = await database.WriteAsync(
            session =>
            {
                var done = work(session, now.ToUnixTimeMilliseconds());
                session.Note(now, call.Actor, action, subject, done.Outcome.ToString());
                return done;
            },
            committed: done =>
            {
                if (done.Outcome == AdminOutcome.Done)
                    committed?.Invoke();
            },
            cancellationToken).ConfigureAwait(false);
        Log.Ran(logger, call.Actor, action, subject, answer.Outcome);
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Actor} ran {Action} on {Subject}: {Outcome}")]
        public static partial void Ran(ILogger logger, string actor, string action, string? subject, AdminOutcome outcome);
    }
}
