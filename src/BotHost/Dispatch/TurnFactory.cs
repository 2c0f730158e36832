using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;
using BotHost.Outbox;
using BotHost.Schedule;
using BotHost.State;
using BotHost.Storage;
using BotHost.Webex;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>Puts together what a handler is given: who, where, what, and the ways to reach Webex, each of which goes through the journal.</summary>
internal sealed class TurnFactory(
    WebexClient webex, BotIdentity identity, TurnWorlds worlds, PeopleDirectory people, SpaceCreators creators, HookLedger hooks, PublicAddress address, StepJournal journal, StepPosts posts, StateStore states, ScheduleStore schedules, RouteTable routes, IOptions<OutboxOptions> outbox,
    TimeProvider time)
{
    public OpenTurn Create(Turn turn, IServiceProvider services, Action<TimeSpan> extend, CancellationToken aborted)
    {
        var opened = journal.Open(
            turn.Event.Sequence, turn.Event.Attempt, turn.Event.Lane, outbox.Value.SettleTime, isNew: turn.Event is { Attempt: 1, Run: 1 });
        // What was asked in one language is found again in no other.
        Texts.Language = Enum.Parse<Language>(opened.Began(Texts.Language.ToString()));
        var state = new TurnStateRows(states, opened, turn.Event, time);
        var schedule = new TurnSchedule(schedules, routes, opened, turn.Event.Sequence, time);
        var steps = new TurnSteps(opened, turn.Event.Sequence, [state, schedule], time);
        var memberships = new TurnMemberships(webex, steps);
        var bot = new TurnCaller(webex, async ct => (await identity.GetAsync(ct).ConfigureAwait(false)).Id, IsSender: false);
        var known = new TurnPeople(people, steps);
        BotContext context = null!;
        context = new BotContext(steps)
        {
            Sender = turn.Who,
            Room = turn.HasRoom ? turn.Where : null!,
            HasRoom = turn.HasRoom,
            Event = turn.Happened,
            Message = turn.What,
            Submission = turn.Submission,
            Spaces = new TurnSpaces(bot, steps, journal, memberships, creators, turn.Who, turn.Where),
            Memberships = memberships,
            People = known,
            Messages = new TurnMessages(webex, steps, posts, turn),
            Teams = new TurnTeams(bot, steps, journal, turn.Who),
            Meetings = new TurnMeetings(bot, steps, journal, known, turn.Event.Key),
            Worlds = asked => worlds.Create(asked, turn, steps, () => context),
            Hooks = new TurnHooks(hooks, address, steps, time),
            ProgressPosts = turn.Command is null ? new TurnProgress(webex, steps, posts, turn, time) : new UnseenProgress(time),
            Granted = turn.Command?.Route,
            MostFileBytes = outbox.Value.MaxFileBytes,
            State = new TurnState(state, turn.Who.Id, turn.Where.Id),
            Schedule = new AddressedSchedule(
                schedule, new DirectRooms(webex, people, steps, posts, turn), new ScheduleAddress(turn.Who, turn.Where.Id, turn.Where.IsDirect, turn.Place.Thread)),
            EventNumber = turn.Event.Sequence,
            Occurrence = turn.Occurrence,
            Language = Texts.Language,
            Services = services,
            IdempotencyKey = turn.Event.Key,
            Files = new TurnFiles(webex, steps, turn.Files),
            Extend = extend,
            Aborted = aborted,
        };
        return new OpenTurn(context, opened, steps.Parts);
    }
}

/// <summary>A turn under way: what its handler is given, and what it leaves to be written down.</summary>
internal sealed record OpenTurn(BotContext Context, TurnJournal Journal, IReadOnlyList<ITurnPart> Parts)
{
    /// <summary>Stores what the handler wants stored, within the transaction that ends the turn.</summary>
    public void Commit(WriteSession session)
    {
        foreach (var part in Parts)
            part.Commit(session);
    }
}
