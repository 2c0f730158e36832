using System.Net;
using BotHost.Inbox;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Schedule;
using BotHost.State;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>
/// One attempt at one event: begun in the store, handled, ended in the store together with what is to be said. A fault of Webex
/// holds the event's lane and costs it nothing; its own fault is charged to it.
/// </summary>
internal sealed partial class Attempts(
    Database database, EventInbox inbox, EffectOutbox outbox, EventRouter router, StepJournal journal, ScheduleStore schedules, IdentityGuard guard, IOptions<BotHostOptions> options,
    TimeProvider time, ILogger<Attempts> logger)
{
    /// <summary>A minute's worth. By a clock that was set forward, everything is old at once: age alone gives nothing up.</summary>
    private const int FewestTries = 8;

    /// <summary>Each time somebody else had come first; so many turns at one value at a time are no accident.</summary>
    private const int MostConflicts = 50;

    /// <summary>Runs the next event of a lane, if one is due.</summary>
    /// <returns>When the lane goes on; null where nothing is left in it.</returns>
    public async Task<NextWork?> RunNextAsync(Lane lane, CancellationToken giveUp)
    {
        if (await inbox.StartAsync(lane, giveUp).ConfigureAwait(false) is not { } queued)
            return await database.WriteAsync(session => inbox.Next(session, lane.Name), cancellationToken: giveUp).ConfigureAwait(false);

        using var scope = logger.BeginScope(new Dictionary<string, object> { ["Event"] = queued.Sequence, ["Attempt"] = queued.Attempt });
        for (var run = 1; ; run++)
        {
            var verdict = await JudgeAsync(queued with { Run = run }, giveUp).ConfigureAwait(false);
            if (verdict.Status == EventStatus.Quarantined)
                Log.Quarantined(logger, verdict.Reason!);
            try
            {
                return await EndAsync(lane, queued, run <= MostConflicts ? verdict : verdict.InConflict ?? verdict).ConfigureAwait(false);
            }
            catch (StateConflictException)
            {
                Log.InConflict(logger, run);
                await journal.ForgetReadsAsync(queued.Sequence, queued.Attempt, TurnStateRows.ReadStep, giveUp).ConfigureAwait(false);
            }
        }
    }

    private async Task<Verdict> JudgeAsync(QueuedEvent queued, CancellationToken giveUp)
    {
        try
        {
            return await router.RouteAsync(queued, giveUp).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not TurnOverException && giveUp.IsCancellationRequested)
        {
            return Verdict.Again("The host stopped.", Now());
        }
        catch (UnsettledException e)
        {
            return Verdict.Again("A call whose outcome is not known has not settled yet.", e.SettlesAt);
        }
        catch (Exception e) when (e is WebexException or WebexTooSlowException)
        {
            return JudgeFault(queued, e as WebexException);
        }
        catch (Exception e) when (e is not (TurnOverException or StoreException))
        {
            Log.Failed(logger, new UnquotedException(e), queued.Resource, queued.Event);
            return Verdict.Dead(e.GetType().Name);
        }
    }

    /// <summary>A fault of Webex: the event keeps its place, for as long as it makes sense.</summary>
    private Verdict JudgeFault(QueuedEvent queued, WebexException? fault)
    {
        var reason = fault?.Status is { } status ? $"Webex answered {(int)status}." : "Webex did not answer in time.";
        if (fault is { IsAmbiguous: false, Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not (
            HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.Locked or HttpStatusCode.TooManyRequests) })
        {
            Log.Failed(logger, fault, queued.Resource, queued.Event);
            return Verdict.Dead(reason);
        }

        if (queued.Attempt >= FewestTries && Now() - queued.TriedSince > (long)options.Value.GiveUpAfter.TotalMilliseconds)
        {
            Log.GivenUp(logger, options.Value.GiveUpAfter, reason);
            return Verdict.Dead($"{reason} Given up after {options.Value.GiveUpAfter}.");
        }

        if (fault is { Status: HttpStatusCode.Unauthorized, Identity.Kind: IdentityKind.Bot })
            guard.Refuse();
        var pause = fault?.RetryAfter ?? Backoff.Of(queued.Attempt);
        Log.Held(logger, reason, pause);
        return Verdict.Again(reason, Now() + (long)pause.TotalMilliseconds);
    }

    private async Task<NextWork?> EndAsync(Lane lane, QueuedEvent queued, Verdict verdict) => (await database.WriteAsync(session =>
        {
            var isOurs = verdict.Status switch
            {
                EventStatus.Queued => inbox.Return(session, queued, verdict.Reason, verdict.Charged),
                EventStatus.Waiting => inbox.Wait(session, queued, verdict.Reason),
                _ => inbox.Finish(session, queued, verdict.Status, verdict.Reason),
            };
            if (!isOurs)
                throw new TurnOverException();
            outbox.Add(session, queued.Sequence, verdict.Effects);
            verdict.Also?.Invoke(session);
            if (verdict.Status is not (EventStatus.Queued or EventStatus.Waiting))
                schedules.Continue(session, queued);
            var next = verdict.Status == EventStatus.Queued ? new NextWork(verdict.RetryAt, IsHeld: true) : inbox.Next(session, lane.Name, queued.Sequence);
            return (Next: next, Put: inbox.TakePut(session));
        },
        committed: ended =>
        {
            if (verdict.Status != EventStatus.Queued)
                inbox.Ended(queued);
            foreach (var put in ended.Put)
                inbox.Announce(put);
            outbox.Wake(verdict.Effects);
            verdict.Committed?.Invoke();
        }).ConfigureAwait(false)).Next;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An event was quarantined: {Reason}")]
        public static partial void Quarantined(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "An event of {Resource}/{Event} could not be handled and is kept as a dead letter")]
        public static partial void Failed(ILogger logger, Exception error, string resource, string @event);

        [LoggerMessage(LogLevel.Debug, "Another turn changed what run {Run} of the handler had read; it runs again")]
        public static partial void InConflict(ILogger logger, int run);

        [LoggerMessage(LogLevel.Information, "The room waits: {Reason} Again in {Pause}")]
        public static partial void Held(ILogger logger, string reason, TimeSpan pause);

        [LoggerMessage(LogLevel.Error, "An event could not be handled for {Time} and is kept as a dead letter: {Reason}")]
        public static partial void GivenUp(ILogger logger, TimeSpan time, string reason);
    }
}

/// <summary>A handler's deadline passed while it waited for Webex, which is no fault of its own.</summary>
internal sealed class WebexTooSlowException() : Exception("Webex did not answer before the handler's deadline.");
