using BotHost.Bot;
using BotHost.Inbox;
using BotHost.Schedule;
using BotHost.Webex;

namespace BotHost.Dispatch;

/// <summary>Something scheduled that is due: run for whoever scheduled it, where they did, unless the bot has left or they may not any more.</summary>
internal sealed class ScheduledTurns(WebexClient webex, ScheduleStore schedules, RouteTable routes, TurnRunner runner)
{
    public async Task<Verdict> RunAsync(QueuedEvent queued, string id, long dueAt, CancellationToken cancellationToken)
    {
        if (schedules.Find(id) is not { Reason: null } row)
            return Verdict.Handled("It was cancelled.");
        if (!routes.HasScheduled(row.Route))
            return Verdict.Dead($"There is no scheduled route \"{row.Route}\" any more. Add bot.Scheduled(\"{row.Route}\", …) or an alias, and run it again; or cancel it: schedule cancel {id}");
        if (await Refusals.FindAsync(webex.Rooms.GetAsync(new RoomId(row.RoomId), cancellationToken)).ConfigureAwait(false) is null)
            return Ended(Verdict.Handled("The bot is no longer in the room."), id);

        var (room, thread, who) = (new RoomId(row.RoomId), row.ThreadId is { } there ? new MessageId(there) : (MessageId?)null, new PersonId(row.PersonId));
        var turn = new Turn(
            queued, new Bot.Person(who, row.Email), new Bot.Room(room, row.IsDirect == 1), new Incoming(new MessageId(""), thread, "", []), Submission: null,
            new Place(room, row.IsDirect == 1, thread, who))
        {
            Occurrence = new Occurrence(id, DateTimeOffset.FromUnixTimeMilliseconds(dueAt)) { Route = row.Route, Data = row.Data },
        };
        var verdict = await runner.RunAsync(turn, cancellationToken).ConfigureAwait(false);
        return verdict.IsNotPermitted ? Ended(verdict, id) : verdict;
    }

    /// <summary>It does not come again.</summary>
    private Verdict Ended(Verdict verdict, string id) => verdict with
    {
        Also = session =>
        {
            verdict.Also?.Invoke(session);
            schedules.End(session, id, verdict.Reason!);
        },
    };
}
