using BotHost.Access;
using BotHost.Bot;
using BotHost.Identities;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>One event, ready for its handler.</summary>
/// <param name="Place">Where the replies go.</param>
/// <param name="Nonce">What the card that was pressed is known by.</param>
/// <param name="Card">The card that was pressed.</param>
internal sealed record Turn(
    QueuedEvent Event, Bot.Person Who, Bot.Room Where, Incoming What, Submission? Submission, Place Place, string? Nonce = null, PostedCard? Card = null)
{
    /// <summary>What happened, where nobody wrote or pressed a button.</summary>
    public WebexEvent? Happened { get; init; }

    /// <summary>Addresses of the message's files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>False where it belongs to no room.</summary>
    public bool HasRoom { get; init; } = true;

    /// <summary>False where nobody would read what is said.</summary>
    public bool CanReply { get; init; } = true;

    /// <summary>That it was scheduled.</summary>
    public Occurrence? Occurrence { get; init; }

    /// <summary>That an agent runs a command, and takes the answers.</summary>
    public CommandRun? Command { get; init; }
}

/// <summary>A command that an agent runs.</summary>
/// <param name="Route">The one it may.</param>
/// <param name="Answered">Takes what the turn came to, within the transaction that ends it.</param>
internal sealed record CommandRun(string Route, Action<WriteSession, TurnResult> Answered);

/// <summary>Runs a turn's handler under a deadline, and judges how that went.</summary>
internal sealed partial class TurnRunner(
    EventInbox inbox, AloneGate gate, TurnBudget budget, RouteTable routes, IAuthoriser authoriser, TurnFactory turns, Replies replies, Languages languages, Conversations conversations, CardsAgain cardsAgain, KnownDirectRooms directRooms, AbandonedRuns abandoned, IServiceScopeFactory scopes,
    IOptions<BotHostOptions> options, TimeProvider time, ILogger<TurnRunner> logger)
{
    private const string TooManyConflicts = "What its handler reads and sets was changed by other turns again and again.";

    public async Task<Verdict> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        // For all that this turn calls, and gone when it is over: an asynchronous method leaves its caller's as it was.
        Texts.Language = languages.Of(turn.Who.Id);
        if (turn.Event.Failures > options.Value.HandlerRetries)
            return Failed(turn, "The host ended each time it was handled.");

        if (turn.Event is { Attempt: 1, Run: 1 } && !budget.TryTake(turn.Place))
            return Verdict.Quarantined("More of it a minute than BotHost:TurnsPerMinute allows in one place.");
        using var entered = await gate.EnterAsync(turn.Event.IsAlone, cancellationToken).ConfigureAwait(false);
        if (turn.Event.IsAlone)
            await inbox.RunsAloneAsync(turn.Event, cancellationToken).ConfigureAwait(false);
        return await HandleAsync(turn, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Verdict> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var limit = options.Value.HandlerTimeout;
        using var deadline = new CancellationTokenSource(limit, time);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var open = turns.Create(turn, scope.ServiceProvider, Extend, aborted.Token);
        var context = open.Context;
        // A handler that ignores its token, or blocks its thread, must not keep the room: it is left behind, and what it says is dropped.
        var running = Task.Run(() => routes.RunAsync(context, authoriser).AsTask(), CancellationToken.None);
        try
        {
            var result = await running.WaitAsync(aborted.Token).ConfigureAwait(false);
            if (context.Question is { } question)
                return await WaitsAsync(turn, open, question, cancellationToken).ConfigureAwait(false);
            await context.EndProgressAsync(aborted.Token).ConfigureAwait(false);
            turn = await directRooms.AddressAsync(turn, result.Effects, cancellationToken).ConfigureAwait(false);
            return Ended(turn, open, result, await cardsAgain.DrawAsync(turn, result.Effects, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception) when (context.Question is { } asked)
        {
            // However a handler ends that has asked: what it did after that counts for nothing.
            return await WaitsAsync(turn, open, asked, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            if (open.Journal.IsWaiting)
                throw new WebexTooSlowException();
            abandoned.Count(context.Route, running);
            Log.TooSlow(logger, context.Route, limit);
            return Failed(turn, $"The handler took longer than {limit}.");
        }
        catch (Exception e) when (IsItsOwnFault(e) && !cancellationToken.IsCancellationRequested)
        {
            return Threw(turn, open, e);
        }
        finally
        {
            _ = context.EndProgressAsync(CancellationToken.None);
            context.Close();
        }

        // The route is found while its turn runs; the time it has counts from there.
        void Extend(TimeSpan longer)
        {
            limit = longer;
            deadline.CancelAfter(longer);
        }
    }

    /// <param name="turn">The turn.</param>
    /// <param name="open">What it did.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="effects">What it says, with the card that was pressed drawn again where that is so.</param>
    private Verdict Ended(Turn turn, OpenTurn open, TurnResult result, IReadOnlyList<TurnEffect> effects)
    {
        if (open.Journal.HasSkippedAnswers)
            return Changed(turn, open, "It did not ask what it had asked before.");
        if (result.CodeToAdd is { } code)
            Log.Unhandled(logger, code);
        if (!turn.CanReply && result.Effects.Count > 0)
            Log.NobodyThere(logger, result.Route);
        var drafts = turn.CanReply ? replies.Draft(turn.Place, effects, posted: open.Context.Posted, isElsewhere: turn.Command is not null) : Drafts.None;
        Log.Ended(logger, $"{result.Route}: {result.Outcome}", result.Effects.Count);
        // A typing error does not use a card up, unless a fresh one takes its place; what was done before it was refused does.
        var reopen = turn.Nonce is not null && result.Outcome != TurnOutcome.Answered && open.Journal.Changes == 0 && ReferenceEquals(effects, result.Effects);
        return Verdict.Handled($"{result.Route}: {result.Outcome}") with
        {
            Effects = drafts.Effects,
            Also = session =>
            {
                CardLedger.Add(session, drafts.Cards);
                if (reopen)
                    CardLedger.Reopen(session, turn.Nonce!, turn.Event.Key);
                open.Commit(session);
                open.Journal.Forget(session);
                turn.Command?.Answered(session, result);
            },
            IsNotPermitted = result.Outcome == TurnOutcome.NotPermitted,
            InConflict = Failed(turn, TooManyConflicts),
        };
    }

    /// <summary>What was said and set so far is put out and stored with the question.</summary>
    private async Task<Verdict> WaitsAsync(Turn turn, OpenTurn open, PendingQuestion asked, CancellationToken cancellationToken)
    {
        var effects = open.Context.Close();
        turn = await directRooms.AddressAsync(turn, effects, cancellationToken).ConfigureAwait(false);
        var drafts = replies.Draft(turn.Place, effects, posted: open.Context.Posted);
        Log.Waits(logger, open.Context.Route);
        return Verdict.Waiting() with
        {
            Effects = drafts.Effects,
            Also = session =>
            {
                CardLedger.Add(session, drafts.Cards);
                open.Commit(session);
                open.Journal.Suspend(session);
                conversations.Wait(session, turn, asked);
            },
            InConflict = Failed(turn, TooManyConflicts),
        };
    }

    /// <summary>The handler is not the one that asked: a newer version runs, and what it was told before does not fit.</summary>
    private Verdict Changed(Turn turn, OpenTurn open, string how)
    {
        Log.Changed(logger, open.Context.Route, how);
        return Verdict.Handled("Its handler was changed while it waited for an answer.") with
        {
            Effects = replies.Draft(turn.Place, [(Reply)BotTexts.ChangedMeanwhile], Apology(turn.Event)).Effects,
            Also = open.Journal.Forget,
        };
    }

    private Verdict Threw(Turn turn, OpenTurn open, Exception fault)
    {
        if (fault is NotRepeatableException && open.Journal.HasAsked)
            return Changed(turn, open, fault.Message);
        var reason = $"The handler failed: {fault.GetType().Name}.";
        if (fault is UnknownStepException or NotRepeatableException or StateUnreadableException or PayloadUnreadableException or IdentityUnavailableException or ScopeMissingException)
        {
            Log.Failed(logger, fault);
            return Failed(turn, fault.Message);
        }

        if (turn.Event.Failures >= options.Value.HandlerRetries)
        {
            Log.Failed(logger, new UnquotedException(fault));
            return Failed(turn, reason);
        }

        var pause = options.Value.RetryDelay * Math.Pow(4, turn.Event.Failures);
        Log.FailedForNow(logger, new UnquotedException(fault), pause);
        return Verdict.Again(reason, (time.GetUtcNow() + pause).ToUnixTimeMilliseconds(), charged: 1);
    }

    /// <summary>The person is told once that it failed, with a number to quote. After an event there is none who waits for an answer; who runs a command looks.</summary>
    private Verdict Failed(Turn turn, string reason) => turn.Happened is not null || turn.Command is not null ? Verdict.Dead(reason) : Verdict.Dead(reason) with
    {
        Effects = replies.Draft(
            turn.Place, [(Reply)Texts.Say("WentWrong", turn.Event.Sequence)], Apology(turn.Event)).Effects,
    };

    /// <summary>Behind whatever the event may have said, and once for each time an operator had it tried again.</summary>
    private static int Apology(QueuedEvent failed) => 1000 + failed.Attempt;

    private static bool IsItsOwnFault(Exception e) => e is not (Webex.WebexException or UnsettledException or TurnOverException or Storage.StoreException);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Outcome}; replies: {Replies}")]
        public static partial void Ended(ILogger logger, string? outcome, int replies);

        [LoggerMessage(LogLevel.Information, "{Route}: asked something, and waits for the answer")]
        public static partial void Waits(ILogger logger, string route);

        [LoggerMessage(LogLevel.Warning, "The handler of {Route} is not the one that asked, as after an update; the person is told to start again. {How}")]
        public static partial void Changed(ILogger logger, string route, string how);

        [LoggerMessage(LogLevel.Warning, "A card submit has no route. To handle it, add: {CodeToAdd}")]
        public static partial void Unhandled(ILogger logger, string codeToAdd);

        [LoggerMessage(LogLevel.Error, "The handler of {Route} took longer than {Timeout} and was given up. Make it faster, or give its route "
            + "a longer Deadline, or all of them a longer BotHost:HandlerTimeout")]
        public static partial void TooSlow(ILogger logger, string route, TimeSpan timeout);

        [LoggerMessage(LogLevel.Warning, "What the handler of {Route} said is dropped, for its event belongs to no room the bot is in. Post it into one with "
            + "BotContext.Messages")]
        public static partial void NobodyThere(ILogger logger, string route);

        [LoggerMessage(LogLevel.Error, "The handler failed; whoever waits for its answer is told")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(LogLevel.Warning, "The handler failed; it is tried again in {Pause}")]
        public static partial void FailedForNow(ILogger logger, Exception error, TimeSpan pause);
    }
}
