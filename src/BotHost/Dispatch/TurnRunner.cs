using BotHost.Bot;
using BotHost.Inbox;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>One event, ready for its handler.</summary>
/// <param name="Place">Where the replies go.</param>
internal sealed record Turn(QueuedEvent Event, Bot.Person Who, Bot.Room Where, Incoming What, Submission? Submission, Place Place);

/// <summary>Runs a turn's handler under a deadline and posts what it says, in order.</summary>
internal sealed partial class TurnRunner(
    RouteTable routes, IAuthoriser authoriser, TurnFactory turns, ReplySender sender, IServiceScopeFactory scopes, IOptions<BotHostOptions> options, TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <returns>How the event ended, and whether what the person wrote was refused, so that they may try again.</returns>
    public async Task<(Verdict Verdict, bool IsRefused)> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var ended = await HandleAsync(turn, cancellationToken).ConfigureAwait(false);
        foreach (var reply in ended.Replies)
            await sender.PostAsync(turn.Place, reply, cancellationToken).ConfigureAwait(false);
        Log.Ended(logger, ended.Verdict.Reason, ended.Replies.Count);
        return (ended.Verdict, ended.IsRefused);
    }

    private async Task<Ended> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.HandlerTimeout, time);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var context = turns.Create(turn.Event.Key, turn.Who, turn.Where, turn.What, turn.Submission, scope.ServiceProvider, aborted.Token);
        try
        {
            // A handler that ignores its token, or blocks its thread, must not keep the room: it is left behind, and what it says is dropped.
            var running = Task.Run(() => routes.RunAsync(context, authoriser).AsTask(), CancellationToken.None);
            var result = await running.WaitAsync(aborted.Token).ConfigureAwait(false);
            if (result.CodeToAdd is { } code)
                Log.Unhandled(logger, code);
            return new Ended(Verdict.Handled($"{result.Route}: {result.Outcome}"), result.Outcome != TurnOutcome.Answered, result.Effects);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            Log.TooSlow(logger, options.Value.HandlerTimeout);
            return Failed(turn, $"The handler took longer than {options.Value.HandlerTimeout}.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, new UnquotedException(e));
            return Failed(turn, $"The handler failed: {e.GetType().Name}.");
        }
        finally
        {
            context.Close();
        }
    }

    /// <summary>The person is told once that it failed, with a number to quote.</summary>
    private static Ended Failed(Turn turn, string reason) => new(
        Verdict.Dead(reason), IsRefused: false, [Reply.Markdown($"Sorry, that went wrong. My operator finds out why under **#{turn.Event.Sequence}**.")]);

    private sealed record Ended(Verdict Verdict, bool IsRefused, IReadOnlyList<Reply> Replies);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Outcome}; replies: {Replies}")]
        public static partial void Ended(ILogger logger, string? outcome, int replies);

        [LoggerMessage(LogLevel.Warning, "A card submit has no route. To handle it, add: {CodeToAdd}")]
        public static partial void Unhandled(ILogger logger, string codeToAdd);

        [LoggerMessage(LogLevel.Error, "The handler took longer than {Timeout} and was given up. Make it faster, or raise BotHost:HandlerTimeout")]
        public static partial void TooSlow(ILogger logger, TimeSpan timeout);

        [LoggerMessage(LogLevel.Error, "The handler failed; the person is told")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
